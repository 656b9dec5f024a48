import { env } from "@/lib/env";
import { logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";

/** How long one mail may take, in milliseconds. @sendgrid/client has no timeout of its own. */
const timeoutMs = 5_000;

export type Mail = { to: string; subject: string; text: string; html: string };

/**
 * Sends one notice through SendGrid (https://www.twilio.com/docs/sendgrid/api-reference/mail-send).
 * Codes never come this way: Twilio Verify sends those itself.
 * `kind` names the mail in the log. A failure is logged with SendGrid's status, without the recipient.
 */
export async function sendMail(kind: string, mail: Mail): Promise<Result<null, "MAIL_NOT_SENT" | "ADDRESS_REFUSED">> {
  try {
    const client = await openSendGrid();
    const { SENDGRID_FROM_EMAIL, SENDGRID_FROM_NAME } = env();
    await client.send({
      to: mail.to,
      from: { email: SENDGRID_FROM_EMAIL, name: SENDGRID_FROM_NAME },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      categories: [kind],
      // A click tracker would rewrite the shop's links to another domain, as phishing does.
      trackingSettings: { clickTracking: { enable: false, enableText: false }, openTracking: { enable: false } },
    });
    return ok(null);
  } catch (thrown) {
    // The raw error is an axios error: it holds the API key and the recipient, so only its number goes on.
    const status = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "no answer";
    logEvent("error", "sendgrid_mail_failed", { kind, status });
    // 400 speaks of this mail; whatever else, of SendGrid or our account.
    return fail(status === "400" ? "ADDRESS_REFUSED" : "MAIL_NOT_SENT");
  }
}

/**
 * The package's own instances: this file is the only one that imports them, and sets them up before each use.
 * Loaded on first use, because they bring axios (80 ms) into a process that may never send a notice.
 */
async function openSendGrid() {
  const [{ default: client }, { default: mail }] = await Promise.all([
    import("@sendgrid/client"),
    import("@sendgrid/mail"),
  ]);
  client.setApiKey(env().SENDGRID_API_KEY);
  // After setApiKey, which resets the base URL.
  client.setDefaultRequest("baseUrl", env().SENDGRID_BASE_URL);
  mail.setClient(client);
  mail.setTimeout(timeoutMs);
  return mail;
}
