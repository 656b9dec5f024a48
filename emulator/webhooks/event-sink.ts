import { createHash, createHmac } from "node:crypto";

/**
 * Twilio's signature of a JSON post: HMAC-SHA1 with the auth token over the address, which carries the body's hash.
 * @see https://www.twilio.com/docs/usage/security#validating-requests
 */
export function signedSinkRequest(
  authToken: string,
  sinkUrl: string,
  body: string,
): { url: string; headers: Record<string, string> } {
  const url = new URL(sinkUrl);
  url.searchParams.set("bodySHA256", createHash("sha256").update(body).digest("hex"));
  const signature = createHmac("sha1", authToken).update(url.href).digest("base64");
  return { url: url.href, headers: { "user-agent": "TwilioProxy/1.1", "x-twilio-signature": signature } };
}
