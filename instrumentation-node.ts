import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { readAges } from "@/lib/admin/read-ages";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { noteEveryMs, noteSecretUse } from "@/lib/auth/session/secret-rotation";
import { reportFindings } from "@/lib/checks/find-at-start";
import { probeHeader } from "@/lib/checks/shop-probe";
import { env } from "@/lib/env";
import { sendDueEvents } from "@/lib/events/send-events";
import { expirePages } from "@/lib/expired-pages";
import { declaresTooLargeBody, limitBody } from "@/lib/http/limit-body";
import { refillOutdatedForm } from "@/lib/http/outdated-form";
import { findRefusal } from "@/lib/http/unreadable-request";
import { mergeVary } from "@/lib/i18n/merge-vary";
import { logEvent } from "@/lib/log";
import { settlePayments } from "@/lib/payment/settle-payments";
import { productPages, readCatalogue } from "@/lib/storefront/product-pages";
import { measureAges } from "@/lib/telemetry/metrics";
import { tellProviderAlarms } from "@/lib/verification/provider-alarms";

export function refuseUnsafeEnvironment(): void {
  try {
    // NextAuth would trust X-Forwarded-Host and -Proto.
    process.env.AUTH_URL = env().APP_URL;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "The environment could not be read."}\n`);
    process.exit(1);
  }
}

/** Starts OpenTelemetry if the OTLP variables are set. Loads nothing of it otherwise. */
export async function watchWithTelemetry(): Promise<void> {
  const set = env();
  const hasTraces = Boolean(set.OTEL_EXPORTER_OTLP_ENDPOINT ?? set.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);
  const hasMetrics = Boolean(set.OTEL_EXPORTER_OTLP_ENDPOINT ?? set.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT);
  if (set.OTEL_SDK_DISABLED === "true" || !(hasTraces || hasMetrics)) return;
  // Next's spans of fetch name whole addresses; ours take their place.
  process.env.NEXT_OTEL_FETCH_DISABLED = "1";
  // The SDK takes any text for yes, "false" included.
  Reflect.deleteProperty(process.env, "OTEL_SDK_DISABLED");
  const { startTelemetry } = await import("@/lib/telemetry/start-telemetry");
  await startTelemetry({
    hasTraces,
    hasMetrics,
    isJson: (set.OTEL_EXPORTER_OTLP_METRICS_PROTOCOL ?? set.OTEL_EXPORTER_OTLP_PROTOCOL) === "http/json",
    isOnVercel: process.env.VERCEL === "1",
    metricsEveryMs: set.OTEL_METRIC_EXPORT_INTERVAL,
    onFailure: () => logEvent("warn", "telemetry_not_exported", { variable: "OTEL_EXPORTER_OTLP_ENDPOINT" }),
  });
  if (hasMetrics) measureAges(readAges);
}

/** Answers requests that Next would fail on, before its middleware, by Node's "http.server.request.start". */
export function refuseUnreadableRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const refusal = findRefusal(request.method, request.url) ?? (declaresTooLargeBody(request) ? "size" : null);
    limitBody(request, response);
    if (refusal === null) return refillOutdatedForm(request, response);
    request.method = request.method === "HEAD" ? "HEAD" : "GET";
    request.url = `/refused/${refusal}`;
  });
}

/** Longer than a proxy keeps an idle connection (deploy/nginx.conf). In ms. */
const mostDrainMs = 5_000;

/** Lets a proxy end its kept connections first: Next cuts unread requests, and Node keeps busy ones until it dies. */
export function drainOnStop(): void {
  const next = process.listeners("SIGTERM");
  // Vercel and `next dev` have no such proxy.
  if (process.env.VERCEL === "1" || process.env.NODE_ENV !== "production" || next.length === 0) return;
  let server: Server | undefined;
  let isStopping = false;
  subscribe("http.server.request.start", (message) => {
    const started = message as { response: ServerResponse; server: Server };
    server = started.server;
    if (isStopping) started.response.setHeader("Connection", "close");
  });
  process.removeAllListeners("SIGTERM");
  process.on("SIGTERM", async () => {
    if (isStopping) return;
    isStopping = true;
    const endAt = Date.now() + mostDrainMs;
    while (Date.now() < endAt && (await hasConnections(server))) await sleep(100);
    for (const listener of next) listener("SIGTERM");
  });
}

function hasConnections(server: Server | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    if (server === undefined) resolve(false);
    else server.getConnections((error, count) => resolve(error === null && count > 0));
  });
}

/** Restores the `Vary` that Next's pages overwrite (github.com/vercel/next.js/issues/85999). */
export function keepVary(): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      setHeader(name, name.toLowerCase() === "vary" ? mergeVary(response.getHeader(name), value) : value);
  });
}

/** Warns once about ignored addresses. Looks before Next adds its own X-Forwarded-For. */
export function warnOfIgnoredAddresses(): void {
  if (env().TRUSTED_PROXY_HOPS > 0) return;
  const onRequest = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    if (request.headers["x-forwarded-for"] === undefined || request.headers[probeHeader] !== undefined) return;
    unsubscribe("http.server.request.start", onRequest);
    const advice = "If a proxy of yours adds X-Forwarded-For, set TRUSTED_PROXY_HOPS to the number of proxies.";
    logEvent("warn", "forwarded_for_ignored", { TRUSTED_PROXY_HOPS: 0, advice });
  };
  subscribe("http.server.request.start", onRequest);
}

const outboxEveryMs = 5_000;

/** Retries unsent mails and tells of failing providers; without a permanent process, the daily job does. */
export function keepSendingMails(): void {
  repeat(() => tellProviderAlarms().then(sendDueMails), outboxEveryMs);
}

/** After each run, and before the first, it waits `everyMs`. Keeps no process alive. */
function repeat(work: () => Promise<unknown>, everyMs: number): void {
  const again = () => setTimeout(() => void work().finally(again), everyMs).unref();
  again();
}

const eventsEveryMs = 5_000;

/** Sends the audit trail to the operator's receiver, where there is one. */
export function keepSendingEvents(): void {
  if (env().EVENTS_WEBHOOK_URL === undefined) return;
  void sendDueEvents().finally(() => repeat(sendDueEvents, eventsEveryMs));
}

const paymentsEveryMs = 15_000;

/** Cancels what was not paid and gives money back; without a permanent process, the daily job does. */
export function keepSettlingPayments(): void {
  repeat(settlePayments, paymentsEveryMs);
}

const catalogueEveryMs = 5_000;

export function keepProductPagesCurrent(): void {
  let known: string | null = null;
  const look = async () => {
    const found = await readCatalogue().catch(() => null);
    if (found === null || found.version === known) return;
    expirePages(productPages, known === null ? found.editedAt : Date.now());
    known = found.version;
  };
  void look().finally(() => repeat(look, catalogueEveryMs));
}

export function keepNotingSecrets(): void {
  void noteSecretUse();
  setInterval(() => void noteSecretUse(), noteEveryMs).unref();
}

export function reportSetUp(): void {
  if (env().NODE_ENV === "production") void reportFindings();
}
