import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { describeError, logEvent } from "@/lib/log";
import { alarmRecipient, type ProviderAlarm } from "@/lib/mail/alarm-mails";
import { enqueueMails } from "@/lib/mail/outbox";

/** As many failures in a row as open the breaker, or this long without a success, where few people log in. */
const failuresToAlarm = 5;
const alarmAfterMinutes = 2;

/** A provider that comes and goes alarms once in this time. */
const hoursBetweenAlarms = 1;

/** Tells the operator of each provider that fails, and of each that works again: by an event of the audit trail, which
 * goes out by webhook, and by a mail in the outbox (R42). Once for all processes. Never throws. */
export async function tellProviderAlarms(): Promise<void> {
  try {
    if (
      (await db().providerHealth.count({ where: { OR: [{ consecutiveFailures: { gt: 0 } }, { hasAlarm: true }] } })) > 0
    )
      await tellDueAlarms();
  } catch (error) {
    logEvent("error", "provider_alarm_not_written", describeError(error));
  }
}

async function tellDueAlarms(): Promise<void> {
  await db().$transaction(async (transaction) => {
    // A row's lock lets one process tell.
    const failing = await transaction.$queryRaw<Omit<ProviderAlarm, "state">[]>`
      UPDATE "ProviderHealth" SET "hasAlarm" = true, "alarmedAt" = clock_timestamp()
      WHERE NOT "hasAlarm" AND "consecutiveFailures" > 0
        AND ("consecutiveFailures" >= ${failuresToAlarm}::int
          OR "failingSince" <= clock_timestamp() - make_interval(mins => ${alarmAfterMinutes}::int))
        AND ("alarmedAt" IS NULL OR "alarmedAt" <= clock_timestamp() - make_interval(hours => ${hoursBetweenAlarms}::int))
      RETURNING "provider", COALESCE("failingSince", "lastFailureAt") AS "at", "lastErrorCode" AS "errorCode"`;
    const working = await transaction.$queryRaw<Omit<ProviderAlarm, "state">[]>`
      UPDATE "ProviderHealth" SET "hasAlarm" = false WHERE "hasAlarm" AND "consecutiveFailures" = 0
      RETURNING "provider", "lastSuccessAt" AS "at", NULL AS "errorCode"`;
    const alarms = [
      ...failing.map((alarm) => ({ ...alarm, state: "failing" as const, name: "provider_failed" as const })),
      ...working.map((alarm) => ({ ...alarm, state: "working" as const, name: "provider_recovered" as const })),
    ];
    for (const { name, ...alarm } of alarms) {
      const { provider, state, errorCode } = alarm;
      const facts = { ...alarm, at: new Date(alarm.at).toISOString() };
      await recordEvent(transaction, { name, details: { provider, errorCode } });
      const change = `${provider}:${state}:${facts.at}`;
      await enqueueMails(transaction, { kind: "provider-alarm", facts, change, to: alarmRecipient() });
      logEvent(state === "failing" ? "error" : "info", name, { provider, errorCode });
    }
  });
}
