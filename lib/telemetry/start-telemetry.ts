import { DiagLogLevel, diag, ProxyTracerProvider, trace } from "@opentelemetry/api";
import { PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { registerOTel } from "@vercel/otel";
import { dropUnknown, keepKnown } from "./known-attributes";
import { measureRequests } from "./metrics";

export type TelemetrySettings = {
  hasTraces: boolean;
  hasMetrics: boolean;
  isJson: boolean;
  isOnVercel: boolean;
  /** Between two exports of the metrics, in ms. */
  metricsEveryMs: number;
  onFailure: () => void;
};

/** Starts OpenTelemetry. The SDK reads the OTLP variables itself. */
export async function startTelemetry(settings: TelemetrySettings): Promise<void> {
  const reader = settings.hasMetrics ? await openMetrics(settings) : null;
  registerOTel({
    serviceName: "shop",
    attributes: { "cloud.provider": settings.isOnVercel ? "vercel" : undefined },
    // A visitor's headers must not choose the trace, nor travel on to providers.
    propagators: ["none"],
    instrumentations: [],
    spanProcessors: settings.hasTraces ? [dropUnknown, "auto"] : [dropUnknown],
    metricReaders: reader === null ? [] : [reader],
    views: [{ instrumentName: "*", attributesProcessors: [{ process: keepKnown }] }],
  });
  reportFailures(settings.onFailure);
  if (reader !== null) measureRequests();
  const provider = trace.getTracerProvider();
  const spans = provider instanceof ProxyTracerProvider ? provider.getDelegate() : provider;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      void reader?.forceFlush().catch(() => {});
      if ("forceFlush" in spans && typeof spans.forceFlush === "function") void spans.forceFlush();
    });
  }
  // lib/log.ts is in the middleware too, which must not load the SDK.
  const holder = globalThis as typeof globalThis & { readTraceId?: () => string | undefined };
  holder.readTraceId = () => trace.getActiveSpan()?.spanContext().traceId;
}

async function openMetrics({ isJson, metricsEveryMs }: TelemetrySettings): Promise<PeriodicExportingMetricReader> {
  const { OTLPMetricExporter } = isJson
    ? await import("@opentelemetry/exporter-metrics-otlp-http")
    : await import("@opentelemetry/exporter-metrics-otlp-proto");
  return new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(),
    exportIntervalMillis: metricsEveryMs,
    exportTimeoutMillis: Math.min(metricsEveryMs, 10_000),
  });
}

/** Without the SDK's texts, which repeat addresses and headers; once a minute. */
function reportFailures(onFailure: () => void): void {
  let quietUntil = 0;
  const report = () => {
    if (Date.now() < quietUntil) return;
    quietUntil = Date.now() + 60_000;
    onFailure();
  };
  const quiet = () => {};
  diag.setLogger(
    { error: report, warn: quiet, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
}
