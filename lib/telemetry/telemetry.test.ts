import { SpanStatusCode, trace } from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { registerOTel } from "@vercel/otel";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createLimits } from "@/lib/limits/consume";
import type { LimitStore } from "@/lib/limits/limit-store";
import { policies } from "@/lib/limits/policies";
import { logEvent } from "@/lib/log";
import { dropUnknown, keepKnown } from "./known-attributes";
import { continueTrace, currentTraceparent, inSpan } from "./trace";

const spans = new InMemorySpanExporter();
const numbers = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter: numbers, exportIntervalMillis: 3_600_000 });
const traceId = "0af7651916cd43dd8448eb211c80319c";
const noted = `00-${traceId}-b7ad6b7169203331-01`;

beforeAll(() => {
  const spanProcessors = [dropUnknown, new SimpleSpanProcessor(spans)];
  registerOTel({ propagators: ["none"], instrumentations: [], spanProcessors, metricReaders: [reader] });
});
beforeEach(() => spans.reset());

test("a span leaves without its unknown attributes, its events, its error text, and an address in its name", () => {
  const span = trace.getTracer("next.js").startSpan("GET /not-me/3q2-7wAbCdEf", {
    attributes: {
      "http.method": "GET",
      "http.route": "/[locale]/not-me/[token]",
      "http.target": "/not-me/3q2-7wAbCdEf",
      "next.span_name": "GET /not-me/3q2-7wAbCdEf",
      "user.email": "ana@example.com",
    },
    links: [
      { context: { traceId, spanId: "b7ad6b7169203331", traceFlags: 1 }, attributes: { mail: "ana@example.com" } },
    ],
  });
  span.recordException(new Error("No user ana@example.com"));
  span.setStatus({ code: SpanStatusCode.ERROR, message: "No user ana@example.com" });
  span.end();
  const [sent] = spans.getFinishedSpans();
  expect(sent).toMatchObject({
    name: "GET /[locale]/not-me/[token]",
    attributes: { "http.method": "GET", "http.route": "/[locale]/not-me/[token]" },
    events: [],
    status: { code: SpanStatusCode.ERROR },
  });
  expect(sent?.status.message).toBeUndefined();
  expect(sent?.links.map((link) => link.attributes)).toEqual([undefined]);
});

test("a known attribute with a value that could be a code, phone, address or token is dropped", () => {
  for (const value of ["123456", "+14155552671", "ana@example.com", "3q2-7wAbCdEf", "VE0123456789abcdef", 123456]) {
    for (const name of ["shop.reason", "shop.kind", "http.route", "http.method", "http.status_code", "error.type"]) {
      expect(keepKnown({ [name]: value }), `${name} ${value}`).toEqual({});
    }
  }
  for (const path of ["/en/ana@example.com", "/not-me/3q2-7wAbCdEf", "/otp/123456"]) {
    expect(keepKnown({ "next.route": path })).toEqual({});
  }
});

test("each limit has a name that a metric may carry", () => {
  for (const policy of Object.keys(policies)) {
    expect(keepKnown({ "shop.policy": policy })).toEqual({ "shop.policy": policy });
  }
});

test("a noted trace is continued, and a forged note starts a trace of its own", async () => {
  await continueTrace(noted, "send mail", {}, async () => {});
  expect(spans.getFinishedSpans()[0]?.spanContext().traceId).toBe(traceId);
  expect(spans.getFinishedSpans()[0]?.parentSpanContext?.spanId).toBe("b7ad6b7169203331");
  for (const forged of [undefined, null, 7, {}, "", `${noted}x`, "00-ana@example.com-b7ad6b7169203331-01"]) {
    spans.reset();
    await continueTrace(forged, "send mail", {}, async () => {});
    expect(spans.getFinishedSpans()[0]?.parentSpanContext).toBeUndefined();
  }
});

test("a closed limit is counted at each charge, and a soft one when it slows", async () => {
  const at = (points: number): LimitStore =>
    ({ name: "postgres", charge: async () => [{ points, endsAt: new Date() }] }) as unknown as LimitStore;
  const charge = { policy: "send.address.short", subject: "ana@example.com" } as const;
  for (const points of [3, 4, 6, 7]) await createLimits(async () => at(points)).consume([charge]);
  await reader.forceFlush();
  const exported =
    numbers
      .getMetrics()
      .at(-1)
      ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
  const points = (name: string) =>
    exported.find(({ descriptor }) => descriptor.name === name)?.dataPoints.map((p) => [p.attributes, p.value]);
  expect(points("shop.limits.met")).toEqual([[{ "shop.policy": "send.address.short" }, 2]]);
  expect(points("shop.limits.slowed")).toEqual([[{ "shop.policy": "send.address.short" }, 1]]);
});

test("without telemetry nothing is noted, and a line of the log has no trace", async () => {
  const info = vi.spyOn(console, "info").mockImplementation(() => {});
  await inSpan("deliver code", {}, async () =>
    expect(currentTraceparent()).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
  );
  trace.disable();
  await inSpan("deliver code", {}, async () => expect(currentTraceparent()).toBeNull());
  logEvent("info", "tested");
  expect(JSON.parse(info.mock.calls[0]?.[0])).not.toHaveProperty("trace");
});
