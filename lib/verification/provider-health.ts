import { db } from "@/lib/db/client";
import { describeError, logEvent } from "@/lib/log";

export type ProviderName = "twilio" | "sendgrid";

/** How long after the last failure visitors are told that codes are late, in milliseconds. */
const lateForMs = 2 * 60_000;

/** How often a healthy process writes down that all is well, in milliseconds: not on every call. */
const successWriteEveryMs = 60_000;

const lastSuccessWrite = new Map<ProviderName, number>();

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
  await db().providerHealth.upsert({
    where: { provider },
    create: { provider, consecutiveFailures: 1, lastFailureAt: now, lastErrorCode: errorCode },
    update: { consecutiveFailures: { increment: 1 }, lastFailureAt: now, lastErrorCode: errorCode },
  });
}

/** Whether codes are late for everyone now: a provider failed within the last two minutes and has not recovered. */
export async function areCodesLate(): Promise<boolean> {
  const failing = await db().providerHealth.findFirst({
    where: { consecutiveFailures: { gt: 0 }, lastFailureAt: { gt: new Date(Date.now() - lateForMs) } },
    select: { provider: true },
  });
  return failing !== null;
}
