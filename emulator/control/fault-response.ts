import { sendgridErrorBody } from "@/emulator/sendgrid/sendgrid-error";
import type { FaultRule } from "@/emulator/state/fault-rule";
import { isTwilioErrorCode, twilioErrorBody, twilioErrors } from "@/emulator/twilio/twilio-error";

const json = { "content-type": "application/json" };
const chunkEveryMs = 250;

function slowBody(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, chunkEveryMs));
      if (sent >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(sent, ++sent));
    },
  });
}

/** The answer a rule gives in place of the real one; undefined if it only delays or cuts. */
export function faultResponse(rule: FaultRule, path: string): Response | undefined {
  const { code, body = "json", headers } = rule.action;
  const known = code !== undefined && isTwilioErrorCode(code) ? twilioErrors[code] : undefined;
  if (rule.action.status === undefined && code === undefined && rule.action.body === undefined) return undefined;
  const status = rule.action.status ?? known?.status ?? 500;
  const message = rule.action.message ?? known?.message ?? "Service is unavailable. Please try again";
  const twilioCode = code ?? (status === 429 ? 20429 : status >= 500 ? 20500 : 20001);
  const isSendgrid = path.startsWith("/v3/");
  const text = JSON.stringify(
    isSendgrid ? sendgridErrorBody({ message, field: null, help: null }) : twilioErrorBody(twilioCode, message, status),
  );
  switch (body) {
    case "html":
      return new Response("<html><body><h1>503 Service Unavailable</h1></body></html>", {
        status,
        headers: { "content-type": "text/html", ...headers },
      });
    case "empty":
      return new Response(null, { status, headers });
    case "malformed-json":
      return new Response(text.slice(0, -2), { status, headers: { ...json, ...headers } });
    case "problem":
      return Response.json(
        { type: "https://www.twilio.com/docs/api/errors", title: message, status, code: twilioCode },
        { status, headers: { "content-type": "application/problem+json", ...headers } },
      );
    case "slow":
      return new Response(slowBody(text), { status, headers: { ...json, ...headers } });
    case "json":
      return new Response(text, { status, headers: { ...json, ...headers } });
  }
}
