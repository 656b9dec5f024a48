import { db } from "@/lib/db/client";
import { describeError, logEvent } from "@/lib/log";

export type ProviderName = "twilio" | "sendgrid";

/** How long after the last failure visitors are told that codes are late, in milliseconds. */
const lateForMs = 2 * 60_000;

/** How many failures in a row open the breaker: one can be chance, five are an outage. */
const failuresToOpen = 5;

/** How long an open breaker waits before one request may try again, in milliseconds. */
const probeEveryMs = 15_000;

/** How often a healthy process writes down that all is well, in milliseconds: not on every call. */
const successWriteEveryMs = 60_000;

const lastSuccessWrite = new Map<ProviderName, number>();

/**
 * How long a process believes that all providers are well before it reads the row again, in milliseconds. Its own
 * failures show at once; those of other instances this much later.
 */
const believeHealthyMs = 10_000;
// On globalThis, because pages and actions may be bundled with a copy of this module each.
const holder = globalThis as typeof globalThis & {
  myshopProvidersHealthyUntil?: number;
  myshopProvidersReading?: Promise<FailingProvider[]>;
};
type FailingProvider = Awaited<ReturnType<typeof readFailing>>[number];

/**
 * Whether a provider may be asked now. While its breaker is open it may not, so that shoppers need not wait five
 * seconds each for an outage to show; every 15 seconds one request of all instances goes through and closes it again
 * if it succeeds. If the database cannot say, the provider may be asked.
 */
export async function mayAskProvider(provider: ProviderName, now = new Date()): Promise<boolean> {
  try {
    const health = (await findFailing()).find((failing) => failing.provider === provider);
    if (health === undefined) return true;
    // Another instance failed: a success here must be written, whatever this process wrote before.
    lastSuccessWrite.delete(provider);
    if (health.consecutiveFailures < failuresToOpen) return true;
    const due = new Date(now.getTime() - probeEveryMs);
    if (health.lastFailureAt !== null && health.lastFailureAt > due) return false;
    const { count } = await db().providerHealth.updateMany({
      where: { provider, OR: [{ probedAt: null }, { probedAt: { lt: due } }] },
      data: { probedAt: now },
    });
    return count === 1;
  } catch (error) {
    logEvent("error", "provider_health_not_read", { provider, ...describeError(error) });
    return true;
  }
}

/**
 * Notes the outcome of a call to a provider for all instances to see: null for success, else a short code.
 * Only faults of the provider count, never refusals of one address: visitors are told, and must not learn from it
 * whether an address has an account.
 */
export async function recordProviderOutcome(provider: ProviderName, errorCode: string | null): Promise<void> {
  try {
    await writeOutcome(provider, errorCode);
  } catch (error) {
    // The switch is a courtesy; losing a note must not turn a sent code into a failure.
    logEvent("error", "provider_health_not_written", { provider, ...describeError(error) });
  }
}

async function writeOutcome(provider: ProviderName, errorCode: string | null): Promise<void> {
  const now = new Date();
  if (errorCode === null) {
    if (now.getTime() - (lastSuccessWrite.get(provider) ?? 0) < successWriteEveryMs) return;
    lastSuccessWrite.set(provider, now.getTime());
    const healthy = { consecutiveFailures: 0, lastSuccessAt: now };
    await db().providerHealth.upsert({ where: { provider }, create: { provider, ...healthy }, update: healthy });
    return;
  }
  lastSuccessWrite.delete(provider);
  forgetHealthy();
  const { consecutiveFailures } = await db().providerHealth.upsert({
    where: { provider },
    create: { provider, consecutiveFailures: 1, lastFailureAt: now, lastErrorCode: errorCode },
    update: { consecutiveFailures: { increment: 1 }, lastFailureAt: now, lastErrorCode: errorCode },
  });
  forgetHealthy();
  if (consecutiveFailures === failuresToOpen) logEvent("error", "provider_breaker_opened", { provider, errorCode });
}

/** Whether codes are late for everyone now: a provider failed within the last two minutes and has not recovered. */
export async function areCodesLate(): Promise<boolean> {
  const since = new Date(Date.now() - lateForMs);
  return (await findFailing()).some(({ lastFailureAt }) => lastFailureAt !== null && lastFailureAt > since);
}

/**
 * Whether a provider is down as far as is known: its breaker is open, and it failed within the last two minutes. For
 * whoever would rather wait than do something by halves; asks it nothing, and is no probe. If the database cannot say,
 * it is not.
 */
export async function isProviderDown(provider: ProviderName, now = new Date()): Promise<boolean> {
  try {
    const health = (await findFailing()).find((failing) => failing.provider === provider);
    if (!health?.lastFailureAt || health.consecutiveFailures < failuresToOpen) return false;
    return now.getTime() - health.lastFailureAt.getTime() < lateForMs;
  } catch (error) {
    logEvent("error", "provider_health_not_read", { provider, ...describeError(error) });
    return false;
  }
}

/** The providers whose last call failed; read anew each time while there is one. Who asks meanwhile shares the answer. */
async function findFailing(): Promise<FailingProvider[]> {
  if (Date.now() < (holder.myshopProvidersHealthyUntil ?? 0)) return [];
  const reading = holder.myshopProvidersReading ?? readFailing();
  holder.myshopProvidersReading = reading;
  try {
    const failing = await reading;
    // A fault that was noted while this was read may not be in it yet; then the reading was given up.
    const isStillTrue = holder.myshopProvidersReading === reading;
    if (failing.length === 0 && isStillTrue) holder.myshopProvidersHealthyUntil = Date.now() + believeHealthyMs;
    return failing;
  } finally {
    if (holder.myshopProvidersReading === reading) holder.myshopProvidersReading = undefined;
  }
}

async function readFailing() {
  return await db().providerHealth.findMany({ where: { consecutiveFailures: { gt: 0 } } });
}

/** Before a fault is written, and again after it. */
function forgetHealthy(): void {
  holder.myshopProvidersHealthyUntil = 0;
  holder.myshopProvidersReading = undefined;
}
