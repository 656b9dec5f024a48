import { db } from "@/lib/db/client";
import { describeError, logEvent } from "@/lib/log";
import { tellProviderAlarms } from "./provider-alarms";

export type ProviderName = "twilio" | "sendgrid";

/** How long visitors are told after a failure, in ms. */
const lateForMs = 2 * 60_000;

const failuresToOpen = 5;

const probeEveryMs = 15_000;

const successWriteEveryMs = 60_000;

const lastSuccessWrite = new Map<ProviderName, number>();

/** Other instances' failures show this much later (ms). */
const believeHealthyMs = 10_000;
// Bundles may have a copy of this module each.
const holder = globalThis as typeof globalThis & {
  shopProvidersHealthyUntil?: number;
  shopProvidersReading?: Promise<FailingProvider[]>;
};
type FailingProvider = Awaited<ReturnType<typeof readFailing>>[number];

/** False while the breaker is open; every 15 s one request may probe. True if the database cannot say. */
export async function mayAskProvider(provider: ProviderName, now = new Date()): Promise<boolean> {
  try {
    const health = (await findFailing()).find((failing) => failing.provider === provider);
    if (health === undefined) return true;
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

/** Notes a call's outcome (null: success). The provider's own errors only: refusals would reveal accounts. */
export async function recordProviderOutcome(provider: ProviderName, errorCode: string | null): Promise<void> {
  try {
    await writeOutcome(provider, errorCode);
  } catch (error) {
    // A lost note must not fail a sent code.
    logEvent("error", "provider_health_not_written", { provider, ...describeError(error) });
  }
}

async function writeOutcome(provider: ProviderName, errorCode: string | null): Promise<void> {
  const now = new Date();
  if (errorCode === null) {
    if (now.getTime() - (lastSuccessWrite.get(provider) ?? 0) < successWriteEveryMs) return;
    lastSuccessWrite.set(provider, now.getTime());
    const healthy = { consecutiveFailures: 0, lastSuccessAt: now };
    const { hasAlarm } = await db().providerHealth.upsert({
      where: { provider },
      create: { provider, ...healthy },
      update: healthy,
    });
    if (hasAlarm) await tellProviderAlarms();
    return;
  }
  lastSuccessWrite.delete(provider);
  forgetHealthy();
  const [{ consecutiveFailures } = { consecutiveFailures: 1 }] = await db().$queryRaw<
    { consecutiveFailures: number }[]
  >`
    INSERT INTO "ProviderHealth" AS health
      ("provider", "consecutiveFailures", "lastFailureAt", "lastErrorCode", "failingSince")
    VALUES (${provider}, 1, ${now}, ${errorCode}, ${now})
    ON CONFLICT ("provider") DO UPDATE SET "consecutiveFailures" = health."consecutiveFailures" + 1,
      "lastFailureAt" = EXCLUDED."lastFailureAt", "lastErrorCode" = EXCLUDED."lastErrorCode",
      "failingSince" = CASE WHEN health."consecutiveFailures" = 0 THEN EXCLUDED."failingSince" ELSE health."failingSince" END
    RETURNING "consecutiveFailures"`;
  forgetHealthy();
  if (consecutiveFailures === failuresToOpen) logEvent("error", "provider_breaker_opened", { provider, errorCode });
  await tellProviderAlarms();
}

/** Whether a provider failed in the last two minutes and has not recovered. */
export async function areCodesLate(): Promise<boolean> {
  const since = new Date(Date.now() - lateForMs);
  return (await findFailing()).some(({ lastFailureAt }) => lastFailureAt !== null && lastFailureAt > since);
}

/** Whether the breaker is open after a recent failure; no probe. False if the database cannot say. */
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

async function findFailing(): Promise<FailingProvider[]> {
  if (Date.now() < (holder.shopProvidersHealthyUntil ?? 0)) return [];
  const reading = holder.shopProvidersReading ?? readFailing();
  holder.shopProvidersReading = reading;
  try {
    const failing = await reading;
    // Given up if a failure was noted meanwhile.
    const isStillTrue = holder.shopProvidersReading === reading;
    if (failing.length === 0 && isStillTrue) holder.shopProvidersHealthyUntil = Date.now() + believeHealthyMs;
    return failing;
  } finally {
    if (holder.shopProvidersReading === reading) holder.shopProvidersReading = undefined;
  }
}

async function readFailing() {
  return await db().providerHealth.findMany({ where: { consecutiveFailures: { gt: 0 } } });
}

function forgetHealthy(): void {
  holder.shopProvidersHealthyUntil = 0;
  holder.shopProvidersReading = undefined;
}
