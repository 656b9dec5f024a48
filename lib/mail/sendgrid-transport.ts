import { env, supportEmail } from "@/lib/env";
import { requestProvider } from "@/lib/http/provider-request";
import { logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { askProvider, currentTraceparent } from "@/lib/telemetry/trace";
import { shopConfig } from "@/shop.config";

/** In ms. */
const timeoutMs = 5_000;

export type Mail = {
  /** In the outbox. */
  id?: string | undefined;
  to: string;
  subject: string;
  text: string;
  html: string;
};

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
        // SendGrid's events bring them back.
        customArgs: {
          notice: kind,
          ...(mail.id === undefined ? {} : { mail: mail.id }),
          ...(traceparent === null ? {} : { traceparent }),
        },
        // Rewritten links look like phishing.
        trackingSettings: { clickTracking: { enable: false, enableText: false }, openTracking: { enable: false } },
      });
      return { status: statusCode };
    });
    return ok(null);
  } catch (thrown) {
    const status = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "no answer";
    logEvent("error", "sendgrid_mail_failed", { kind, status });
    // 400 is about this mail; others about SendGrid or our account.
    return fail(status === "400" ? "ADDRESS_REFUSED" : "MAIL_NOT_SENT");
  }
}

/** The SDK writes the mail; Node's client sends it in place of axios. Imported on first use: it takes 80 ms. */
async function openSendGrid() {
  const { default: mail } = await import("@sendgrid/mail");
  mail.setClient({ request: post } as unknown as Parameters<typeof mail.setClient>[0]);
  return mail;
}

async function post({ url, body, headers }: { url: string; body: unknown; headers?: Record<string, string> }) {
  const answer = await requestProvider(`${env().SENDGRID_BASE_URL.replace(/\/$/, "")}${url}`, {
    method: "POST",
    headers: {
      ...headers,
      Accept: "application/json",
      "Content-Type": "application/json",
      Authorization: ["Bearer", env().SENDGRID_API_KEY].join(" "),
    },
    body: JSON.stringify(body),
    timeoutMs,
  });
  const { status } = answer;
  if (status < 200 || status > 299) throw Object.assign(new Error("SendGrid refused the mail."), { code: status });
  return [{ statusCode: status }];
}
