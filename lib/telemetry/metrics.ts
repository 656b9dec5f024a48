import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Attributes, type Counter, type Histogram, metrics } from "@opentelemetry/api";
import { scopeName } from "./known-attributes";

/** Each with its attributes, whose names begin with "shop." (docs/operations.md). */
const counters = {
  "shop.codes.sent": "Codes that Twilio took",
  "shop.codes.not_sent": "Codes that were asked for and not sent",
  "shop.codes.converted": "Right codes",
  "shop.codes.refused": "Wrong codes, and codes that others had ended",
  "shop.logins": "Sessions made by a login or registration",
  "shop.logins.refused": "Attempts to log in that made no session",
  "shop.limits.met": "Charges to a closed limit",
  "shop.limits.slowed": "Charges over a soft limit",
  "shop.mails.refused": "SendGrid's events of mails that were not delivered or not wanted",
  "shop.mails.given_up": "Mails of the outbox that no try will follow",
} as const;

type CounterAttributes = {
  "shop.codes.sent": { channel: string };
  "shop.codes.not_sent": { channel: string; reason: string };
  "shop.codes.converted": { channel: string };
  "shop.codes.refused": { channel: string; reason: string };
  "shop.logins": { method: string; outcome: string };
  "shop.logins.refused": { method: string; reason: string };
  "shop.limits.met": { policy: string };
  "shop.limits.slowed": { policy: string };
  "shop.mails.refused": { event: string };
  "shop.mails.given_up": { kind: string; reason: string };
};

/** HTTP conventions of OpenTelemetry, in seconds. */
const seconds = { unit: "s", advice: { explicitBucketBoundaries: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] } };

const made = new Map<string, Counter | Histogram>();

/** Counts one; does nothing without telemetry. Values come from closed sets and name nobody. */
export function count<Name extends keyof typeof counters>(name: Name, attributes: CounterAttributes[Name]): void {
  const counter = instrument(name, (meter) => meter.createCounter(name, { description: counters[name] }));
  const named = Object.entries(attributes).map(([key, value]) => [`shop.${key}`, value]);
  counter.add(1, Object.fromEntries(named));
}

export function recordProviderTime(time: number, attributes: Attributes): void {
  const name = "shop.provider.duration";
  instrument(name, (meter) => meter.createHistogram(name, seconds)).record(time, attributes);
}

/** Times each answer of this process, from Node's own channels. */
export function measureRequests(): void {
  const name = "http.server.request.duration";
  const histogram = instrument(name, (meter) => meter.createHistogram(name, seconds));
  const startedAt = new WeakMap<IncomingMessage, number>();
  subscribe("http.server.request.start", (message) => {
    startedAt.set((message as { request: IncomingMessage }).request, performance.now());
  });
  subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const start = startedAt.get(request);
    if (start === undefined) return;
    histogram.record((performance.now() - start) / 1_000, {
      "http.request.method": request.method,
      "http.response.status_code": response.statusCode,
    });
  });
}

/** Ages are in seconds. */
export type Ages = { waitingMails: number; outbox: number; jobs: Record<string, number> };

/** Asks `readAges` at each export; null leaves the gauges out. */
export function measureAges(readAges: () => Promise<Ages | null>): void {
  const meter = metrics.getMeter(scopeName);
  const outbox = meter.createObservableGauge("shop.outbox.age", { unit: "s", description: "Age of the oldest mail" });
  const waiting = meter.createObservableGauge("shop.outbox.waiting", { description: "Mails that wait" });
  const job = meter.createObservableGauge("shop.job.age", { unit: "s", description: "Since a job last finished" });
  meter.addBatchObservableCallback(
    async (observed) => {
      const ages = await readAges();
      if (ages === null) return;
      observed.observe(outbox, ages.outbox);
      observed.observe(waiting, ages.waitingMails);
      for (const [name, age] of Object.entries(ages.jobs)) observed.observe(job, age, { "shop.job": name });
    },
    [outbox, waiting, job],
  );
}

function instrument<Made extends Counter | Histogram>(
  name: string,
  make: (meter: ReturnType<typeof metrics.getMeter>) => Made,
): Made {
  const found = (made.get(name) as Made | undefined) ?? make(metrics.getMeter(scopeName));
  made.set(name, found);
  return found;
}
