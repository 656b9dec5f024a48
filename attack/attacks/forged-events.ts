import { createHmac, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import type { AttackContext } from "@/attack/client/attack-context";
import { type Finding, judge, notTried } from "@/attack/client/finding";
import type { Headers } from "@/attack/client/shop-client";

/** Posts events as SendGrid and as Stripe, who alone may say that a mail failed or that an order is paid. */
export async function attackWithForgedEvents(context: AttackContext): Promise<Finding[]> {
  return [
    await forge(context, "/api/webhooks/sendgrid", "that a mail bounced", mailEvents(), signLikeSendGrid),
    await forge(context, "/api/webhooks/stripe", "that an order is paid", paymentEvent(), signLikeStripe),
  ];
}

async function forge(
  { shop }: AttackContext,
  path: string,
  what: string,
  event: object,
  signatures: (body: string) => Headers[],
): Promise<Finding> {
  const text = JSON.stringify(event);
  const [body, all] = [Buffer.from(text), signatures(text)];
  const subject = { asvs: "4.1.5", requirement: "R44", tried: `${all.length} forged events at ${path}: ${what}` };
  const problems: string[] = [];
  for (const signature of all) {
    const { status } = await shop.ask("POST", path, {
      headers: { "content-type": "application/json", ...signature },
      body,
    });
    if (status === 404) return notTried(subject, "the shop takes none");
    if (status !== 403)
      problems.push(`answered ${status} to ${Object.values(signature).join(" ").slice(0, 60) || "none"}`);
  }
  return judge(subject, problems, "none was taken");
}

/** None, some text, one by a key of its own over the right text, and that with an old time. */
function signLikeSendGrid(body: string): Headers[] {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const [now, old] = [seconds(), seconds() - 3_600];
  const by = (timestamp: string, signature: string) => ({
    "x-twilio-email-event-webhook-timestamp": timestamp,
    "x-twilio-email-event-webhook-signature": signature,
  });
  const signed = (at: number) => sign("sha256", Buffer.from(`${at}${body}`), privateKey).toString("base64");
  return [{}, by("", ""), by(`${now}`, "AAAA"), by(`${now}`, signed(now)), by(`${old}`, signed(old))];
}

/** Also by keys that a shop could have by mistake, and by Stripe's scheme for tests. */
function signLikeStripe(body: string): Headers[] {
  const now = seconds();
  const hmac = (key: string) => createHmac("sha256", key).update(`${now}.${body}`).digest("hex");
  const keys = ["", "undefined", "null", "whsec_", "whsec_test", "secret"];
  return [
    ...["", `t=${now}`, `t=${now},v1=`, "v1=true", `t=${now},v0=${hmac("")}`, "whsec_"],
    ...keys.map((key) => `t=${now},v1=${hmac(key)}`),
  ].map((signature) => ({ "stripe-signature": signature }));
}

function mailEvents(): object[] {
  const id = randomUUID();
  const event = { email: "attack@example.com", event: "bounce", timestamp: seconds(), sg_event_id: id };
  return [{ ...event, sg_message_id: id, reason: "550 no such mailbox" }];
}

function paymentEvent(): object {
  const page = {
    id: `cs_test_${randomUUID()}`,
    object: "checkout.session",
    status: "complete",
    payment_status: "paid",
  };
  const order = { client_reference_id: randomUUID(), amount_total: 1_000, currency: "eur" };
  const event = { id: `evt_${randomUUID()}`, object: "event", type: "checkout.session.completed" };
  return { ...event, data: { object: { ...page, ...order } } };
}

const seconds = () => Math.floor(Date.now() / 1_000);
