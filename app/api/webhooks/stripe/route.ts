import { after } from "next/server";
import { recordRefusedAccess } from "@/lib/auth/access/access-rules";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { env } from "@/lib/env";
import { maxBodyBytes } from "@/lib/http/limit-body";
import { readBody } from "@/lib/http/read-body";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { readVisitor } from "@/lib/http/visitor";
import { takePaymentEvent } from "@/lib/payment/pay-order";
import { settlePayments } from "@/lib/payment/settle-payments";
import { readPaymentEvent } from "@/lib/payment/stripe";

/** Nothing is read before the signature holds. 503 makes Stripe retry. */
export async function POST(request: Request): Promise<Response> {
  if (env().STRIPE_WEBHOOK_SECRET === undefined) return new Response(null, { status: 404 });
  const body = await readBody(request, maxBodyBytes);
  if (body === null) return new Response(null, { status: 413 });
  const event = await readPaymentEvent(body, request.headers.get("stripe-signature"));
  if (event === null) {
    const visitor = readVisitor(request.headers);
    after(() => recordRefusedAccess("forged webhook", visitor));
    return new Response(null, { status: 403 });
  }
  try {
    await takePaymentEvent(event);
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return new Response(null, { status: 503 });
  }
  after(async () => {
    await settlePayments();
    await sendDueMails();
  });
  return new Response(null, { status: 204 });
}
