import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { env } from "@/lib/env";
import { declaresTooLargeBody, limitBody } from "@/lib/http/limit-body";
import { refillOutdatedForm } from "@/lib/http/outdated-form";
import { findRefusal } from "@/lib/http/unreadable-request";
import { mergeVary } from "@/lib/i18n/merge-vary";
import { logEvent } from "@/lib/log";

/** A missing or unsafe setting stops the process here, with the names of the variables, rather than at a shopper's login. */
export function refuseUnsafeEnvironment(): void {
  try {
    // NextAuth's signIn would build its address from X-Forwarded-Host and -Proto, which clients and proxies can garble.
    process.env.AUTH_URL = env().APP_URL;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "The environment could not be read."}\n`);
    process.exit(1);
  }
}

/**
 * Leads what Next cannot read, or must not, to a page that says so. Next has no place for this: it fails before its redirects,
 * rewrites and middleware. Node tells of each request before anybody handles it (diagnostics_channel,
 * "http.server.request.start"). Where a platform runs Next without Node's server, the platform answers such requests.
 */
export function refuseUnreadableRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const refusal = findRefusal(request.method, request.url) ?? (declaresTooLargeBody(request) ? "size" : null);
    // A body that is refused is thrown away as it comes, within the same time.
    limitBody(request, response);
    if (refusal === null) return refillOutdatedForm(request, response);
    request.method = request.method === "HEAD" ? "HEAD" : "GET";
    request.url = `/refused/${refusal}`;
  });
}

/**
 * Keeps what the middleware says an answer depends on: the language. Next's pages write their own `Vary` over it
 * (github.com/vercel/next.js/issues/85999), and a shared cache would then show one visitor's language to the next. Where
 * a platform runs Next without Node's server, it caches behind the middleware, by the path that names the language.
 */
export function keepVary(): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      setHeader(name, name.toLowerCase() === "vary" ? mergeVary(response.getHeader(name), value) : value);
  });
}

/**
 * Tells the operator once that visitors' addresses arrive and are not read, so that all visitors share one count. Next
 * adds X-Forwarded-For by itself later, which is why this looks at the request as it came.
 */
export function warnOfIgnoredAddresses(): void {
  if (env().TRUSTED_PROXY_HOPS > 0) return;
  const onRequest = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    if (request.headers["x-forwarded-for"] === undefined) return;
    unsubscribe("http.server.request.start", onRequest);
    const advice = "If a proxy of yours adds X-Forwarded-For, set TRUSTED_PROXY_HOPS to the number of proxies.";
    logEvent("warn", "forwarded_for_ignored", { TRUSTED_PROXY_HOPS: 0, advice });
  };
  subscribe("http.server.request.start", onRequest);
}

/** How long a process waits between two looks into the outbox, in milliseconds: one query over an index each. */
const outboxEveryMs = 5_000;

/**
 * Sends again what SendGrid did not take, and what a process left behind that died. Where a platform keeps no process
 * between requests, `npm run mail:send` does it (docs/deployment.md).
 */
export function keepSendingMails(): void {
  const again = () => setTimeout(() => void sendDueMails().finally(again), outboxEveryMs).unref();
  again();
}
