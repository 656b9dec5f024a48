import type { VerifyService } from "@/emulator/state/account";
import type { SendAttempt, Verification } from "@/emulator/state/verification";
import { newSid, randomHex, type World } from "@/emulator/state/world";
import type { EmailOrder } from "@/emulator/twilio/email-integration";
import { codeWords, type MessageOrder, renderMessage } from "./message-templates";
import { TwilioError } from "./twilio-request";

/** By SendGrid's own API, as Verify. A silent SendGrid loses only the mail. */
export async function mailCode(
  world: World,
  verification: Verification,
  attempt: SendAttempt,
  serviceName: string,
  order: EmailOrder,
): Promise<void> {
  const words = codeWords(attempt.locale, serviceName, verification.code);
  const request = new Request("http://127.0.0.1/v3/mail/send", {
    method: "POST",
    headers: { authorization: `Bearer ${order.apiKey}`, "content-type": "application/json" },
    body: JSON.stringify({
      from: { email: order.fromEmail, name: order.fromName },
      personalizations: [
        {
          to: [{ email: verification.to }],
          dynamic_template_data: {
            ...order.substitutions,
            twilio_code: verification.code,
            twilio_message: words.full,
            twilio_message_without_code: words.withoutCode,
            twilio_service_name: serviceName,
          },
        },
      ],
      template_id: order.templateId,
    }),
  });
  const response = await world.dispatch(request).catch(() => undefined);
  attempt.messageId = response?.headers.get("x-message-id") ?? null;
  if (response?.status === 401) {
    const isOutOfCredits = (await response.text()).includes("Maximum credits exceeded");
    throw new TwilioError(isOutOfCredits ? 60603 : 60604);
  }
  if (response?.status === 403) throw new TwilioError(60222);
}

/** Puts a text message or the words of a call into the inbox. Phones are never out of reach here. */
export function phoneCode(
  world: World,
  verification: Verification,
  attempt: SendAttempt,
  { service, serviceName, text }: { service: VerifyService; serviceName: string; text: MessageOrder | null },
): void {
  const words = codeWords(attempt.locale, serviceName, verification.code);
  const warning = service.doNotShareWarningEnabled ? ` ${words.doNotShare}` : "";
  const channel = attempt.channel === "whatsapp" || attempt.channel === "call" ? attempt.channel : "sms";
  const spoken = `${words.withoutCode} ${[...verification.code].join(", ")}.`;
  const id = newSid(world.state, channel === "call" ? "CA" : "SM");
  attempt.messageId = id;
  const values = {
    code: verification.code,
    friendly_name: serviceName,
    ttl: String(Math.round(service.codeLifetimeMs / 60_000)),
  };
  const written = text === null ? `${words.full}${warning}` : renderMessage(text, values);
  world.mailroom.deliver(world.state.messages, {
    id,
    accountSid: verification.accountSid,
    channel,
    to: verification.to,
    from: { email: "", name: serviceName },
    subject: text === null ? words.full : (written.split("\n")[0] ?? ""),
    html: null,
    text: channel === "call" ? spoken : written,
    headers: {},
    code: verification.code,
    outcome: "delivered",
    receivedAt: new Date(world.nowMs()).toISOString(),
  });
}

/** A send attempt that is about to be made. */
export function newAttempt(world: World, channel: SendAttempt["channel"], locale: string): SendAttempt {
  return { sid: `VL${randomHex(world.state, 32)}`, atMs: world.nowMs(), channel, locale, messageId: null };
}
