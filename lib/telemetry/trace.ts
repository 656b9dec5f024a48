import {
  type Attributes,
  context,
  isSpanContextValid,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { scopeName } from "./known-attributes";
import { recordProviderTime } from "./metrics";

type Names = { [name: `shop.${string}`]: string | undefined };

/** Runs `work` in a span of its own; without telemetry, it runs only. `attributes`: see known-attributes.ts. */
export function inSpan<Value>(
  name: string,
  attributes: Names,
  work: (span: Pick<Span, "setAttributes">) => Promise<Value>,
): Promise<Value> {
  return runInSpan(name, { attributes, kind: SpanKind.INTERNAL }, work);
}

/** One call to a provider: its span, and its time in `shop.provider.duration`. `call` may throw. */
export async function askProvider<Answer extends { status: number }>(
  provider: "twilio" | "sendgrid" | "turnstile" | "stripe",
  operation: string,
  call: () => Promise<Answer>,
): Promise<Answer> {
  const attributes = { "shop.provider": provider, "shop.operation": operation };
  return await runInSpan(`${provider} ${operation}`, { attributes, kind: SpanKind.CLIENT }, async (span) => {
    const startedAt = performance.now();
    let status: number | null = null;
    try {
      const answer = await call();
      status = answer.status;
      return answer;
    } catch (error) {
      status = statusOf(error);
      throw error;
    } finally {
      const outcome = outcomeOf(status);
      if (status !== null) span.setAttributes({ "http.response.status_code": status });
      span.setAttributes({ "shop.outcome": outcome });
      recordProviderTime((performance.now() - startedAt) / 1_000, { ...attributes, "shop.outcome": outcome });
    }
  });
}

/** W3C Trace Context (w3.org/TR/trace-context) of what runs now; null without telemetry. It names no person. */
export function currentTraceparent(): string | null {
  const running = trace.getActiveSpan()?.spanContext();
  if (running === undefined || !isSpanContextValid(running)) return null;
  return `00-${running.traceId}-${running.spanId}-${(running.traceFlags & 1).toString(16).padStart(2, "0")}`;
}

/** Runs `work` in the trace that `traceparent` names, with a link to the one that runs now. */
export function continueTrace<Value>(
  traceparent: unknown,
  name: string,
  attributes: Names,
  work: () => Promise<Value>,
) {
  const [, traceId, spanId, flags] = typeof traceparent === "string" ? (pattern.exec(traceparent) ?? []) : [];
  if (!traceId || !spanId) return inSpan(name, attributes, work);
  const here = trace.getActiveSpan()?.spanContext();
  const links = here === undefined ? [] : [{ context: here }];
  const parent = trace.setSpanContext(context.active(), { traceId, spanId, traceFlags: Number(flags), isRemote: true });
  return context.with(parent, () => runInSpan(name, { attributes, kind: SpanKind.CONSUMER, links }, work));
}

const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])$/;

type Options = { attributes: Attributes; kind: SpanKind; links?: { context: ReturnType<Span["spanContext"]> }[] };

function runInSpan<Value>(name: string, options: Options, work: (span: Span) => Promise<Value>): Promise<Value> {
  return trace.getTracer(scopeName).startActiveSpan(name, options, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The clients of SendGrid and Stripe throw refusals. A runtime's own codes, such as 23 for a timeout, are no status. */
function statusOf(error: unknown): number | null {
  const { statusCode, code: ownCode } =
    error instanceof Error ? (error as { statusCode?: unknown; code?: unknown }) : {};
  const code = Number(statusCode ?? ownCode ?? 0);
  return code >= 100 && code <= 599 ? code : null;
}

function outcomeOf(status: number | null): string {
  if (status === null) return "no-answer";
  if (status < 400) return "ok";
  return status < 500 ? "refused" : "failed";
}
