import { after } from "next/server";
import { recordRefusedAccess } from "@/lib/auth/access/access-rules";
import { env } from "@/lib/env";
import { maxWebhookBytes } from "@/lib/http/limit-body";
import { readBody } from "@/lib/http/read-body";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { readVisitor } from "@/lib/http/visitor";
import { isSignedBySendGrid, takeInMailEvents } from "@/lib/mail/mail-events";

/** Nothing is read before the signature holds. 503 makes SendGrid retry. */
export async function POST(request: Request): Promise<Response> {
  const publicKey = env().SENDGRID_WEBHOOK_PUBLIC_KEY;
  if (publicKey === undefined) return new Response(null, { status: 404 });
  const body = await readBody(request, maxWebhookBytes);
  if (body === null) return new Response(null, { status: 413 });
  const signature = request.headers.get("x-twilio-email-event-webhook-signature");
  const timestamp = request.headers.get("x-twilio-email-event-webhook-timestamp");
  if (!isSignedBySendGrid({ body, signature, timestamp }, publicKey)) {
    const visitor = readVisitor(request.headers);
    after(() => recordRefusedAccess("forged webhook", visitor));
    return new Response(null, { status: 403 });
  }
  try {
    const taken = await takeInMailEvents(parseJson(body));
    return new Response(null, { status: taken === null ? 400 : 204 });
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return new Response(null, { status: 503 });
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}
