import type { Hono } from "hono";
import { type Account, isVerifiedSender } from "@/emulator/state/account";
import { type EmulatorEnv, randomHex, type World } from "@/emulator/state/world";
import { announceDelivery, deliveryOutcome } from "./delivery-events";
import { type CheckedMail, isSandboxed, mailSchema, requireSendableMail } from "./mail-rules";
import { renderMail } from "./render-mail";
import { readBody, requireScope, SendgridError, sendgridResource } from "./sendgrid-request";

function requireSender(account: Account, mail: CheckedMail): void {
  if (isVerifiedSender(account.sendgrid, mail.from.email)) return;
  throw new SendgridError(
    403,
    "The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements",
    "from",
  );
}

/** @see https://www.twilio.com/docs/sendgrid/api-reference/mail-send/limitations */
const largestMailBytes = 30 * 1024 * 1024;

function requireSize(text: string): void {
  if (Buffer.byteLength(text) > largestMailBytes) throw new SendgridError(413, "content too large");
}

function spendCredits(account: Account, count: number): void {
  const { sendgrid } = account;
  if (sendgrid.credits === null) return;
  if (sendgrid.credits < count) throw new SendgridError(401, "Maximum credits exceeded");
  sendgrid.credits -= count;
}

function headersOf(mail: CheckedMail, personalization: CheckedMail["personalizations"][number]) {
  const replyTo = [mail.reply_to ?? [], mail.reply_to_list ?? []].flat().map(({ email }) => email);
  return {
    ...(replyTo.length === 0 ? {} : { "Reply-To": replyTo.join(", ") }),
    ...mail.headers,
    ...personalization.headers,
  };
}

function deliver(world: World, account: Account, mail: CheckedMail, messageId: string): void {
  const rendered = mail.personalizations.map((personalization) => ({
    personalization,
    content: renderMail(account.sendgrid, mail, personalization),
  }));
  for (const { personalization, content } of rendered)
    for (const recipient of [...personalization.to, ...(personalization.cc ?? []), ...(personalization.bcc ?? [])]) {
      const from = personalization.from ?? mail.from;
      const outcome = deliveryOutcome(world.state, account.sendgrid, recipient.email);
      const message = {
        id: `${messageId}.${randomHex(world.state, 8)}`,
        accountSid: account.sid,
        channel: "email" as const,
        to: recipient.email,
        from: { email: from.email, name: from.name ?? "" },
        ...content,
        headers: headersOf(mail, personalization),
        outcome,
        receivedAt: new Date(world.nowMs()).toISOString(),
      };
      world.mailroom.deliver(world.state.messages, message);
      announceDelivery(world, account, message, {
        customArgs: { ...mail.custom_args, ...personalization.custom_args },
        categories: mail.categories ?? [],
      });
    }
}

/**
 * Mail Send: 202 with an empty body, 200 in sandbox mode, which delivers nothing.
 * @see https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send
 */
export function addMailSend(app: Hono<EmulatorEnv>, world: World): void {
  sendgridResource(app, "/v3/mail/send", {
    POST: async (context) => {
      const { account } = context.var;
      requireScope(context, "mail.send");
      requireSize(await context.req.text());
      const mail = requireSendableMail(await readBody(context, mailSchema), world.nowMs());
      if (isSandboxed(mail)) return context.body(null, 200);
      requireSender(account, mail);
      spendCredits(account, mail.personalizations.length);
      const messageId = `${randomHex(world.state, 11)}.${randomHex(world.state, 3)}.${randomHex(world.state, 6)}`;
      deliver(world, account, mail, messageId);
      return context.body(null, 202, { "X-Message-Id": messageId });
    },
  });
}
