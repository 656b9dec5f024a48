import { env, supportEmail } from "@/lib/env";
import { logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { askProvider, currentTraceparent } from "@/lib/telemetry/trace";
import { shopConfig } from "@/shop.config";

/** @sendgrid/client has no timeout. In ms. */
const timeoutMs = 5_000;

export type Mail = { to: string; subject: string; text: string; html: string };

/** Sends one notice; Twilio sends codes. `kind` names it in the log; failures never log the recipient. */
export async function sendMail(kind: string, mail: Mail): Promise<Result<null, "MAIL_NOT_SENT" | "ADDRESS_REFUSED">> {
  try {
    const client = await openSendGrid();
    await askProvider("sendgrid", "send", async () => {
      const traceparent = currentTraceparent();
      const [{ statusCode }] = await client.send({
        to: mail.to,
        from: { email: env().SENDGRID_FROM_EMAIL, name: shopConfig.senderName },
        replyTo: supportEmail(),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        categories: [kind],
        // SendGrid's events bring it back.
        ...(traceparent === null ? {} : { customArgs: { traceparent } }),
        // Rewritten links look like phishing.
        trackingSettings: { clickTracking: { enable: false, enableText: false }, openTracking: { enable: false } },
      });
      return { status: statusCode };
    });
    return ok(null);
  } catch (thrown) {
    // The raw axios error holds the API key and the recipient.
    const status = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "no answer";
    logEvent("error", "sendgrid_mail_failed", { kind, status });
    // 400 is about this mail; others about SendGrid or our account.
    return fail(status === "400" ? "ADDRESS_REFUSED" : "MAIL_NOT_SENT");
  }
}

/** The only importer, on first use: axios takes 80 ms. */
async function openSendGrid() {
  const [{ default: client }, { default: mail }] = await Promise.all([
    import("@sendgrid/client"),
    import("@sendgrid/mail"),
  ]);
  client.setApiKey(env().SENDGRID_API_KEY);
  // After setApiKey, which resets it.
  client.setDefaultRequest("baseUrl", env().SENDGRID_BASE_URL);
  mail.setClient(client);
  mail.setTimeout(timeoutMs);
  return mail;
}
