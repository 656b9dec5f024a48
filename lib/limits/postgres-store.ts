import { db } from "@/lib/db/client";
import { keptPlan } from "@/lib/db/kept-plan";
import { describeError, logEvent } from "@/lib/log";
import type { LimitCount, LimitKey, LimitStore } from "./limit-store";

const SWEEP_EVERY_MS = 60 * 60_000;
const ROWS_PER_SWEEP = 1_000;
// Far from integer overflow.
const MOST_POINTS = 1_000_000_000;

type Row = { policy: string; subject: string; points: number; endsAt: Date };

/** One statement per charge, locking rows in key order (docs/decisions/rate-limits.md). */
export function createPostgresStore(): LimitStore {
  let nextSweepAt = Date.now() + SWEEP_EVERY_MS;

  return {
    name: "postgres",

    async charge(keys) {
      const counts = await addOne(keys);
      const isRefused = keys.some((key, index) => isOver(key, counts[index]));
      if (isRefused) await undo(keys, counts);
      if (Date.now() >= nextSweepAt) {
        nextSweepAt = Date.now() + SWEEP_EVERY_MS;
        await sweep();
      }
      return counts;
    },

    async giveBack(keys) {
      await takeOne(
        keys,
        keys.map(() => null),
      );
    },

    async remove(keys) {
      const policies = keys.map(({ policy }) => policy);
      const subjects = keys.map(({ subject }) => subject);
      await db().$executeRaw`
        WITH "locked" AS (
          SELECT "policy", "subject" FROM "RateLimit"
          JOIN unnest(${policies}::text[], ${subjects}::text[]) AS "key"("policy", "subject") USING ("policy", "subject")
          ORDER BY "policy", "subject" FOR UPDATE OF "RateLimit"
        )
        DELETE FROM "RateLimit" USING "locked"
        WHERE "RateLimit"."policy" = "locked"."policy" AND "RateLimit"."subject" = "locked"."subject"`;
    },

    async fill({ policy, subject, limit }, seconds) {
      await db().$executeRaw`
        INSERT INTO "RateLimit" AS "kept" ("policy", "subject", "points", "endsAt")
        VALUES (${policy}, ${subject}, ${limit}, now() + make_interval(secs => ${seconds}::int))
        ON CONFLICT ("policy", "subject") DO UPDATE SET
          "points" = CASE WHEN "kept"."endsAt" <= now() THEN EXCLUDED."points"
                          ELSE greatest("kept"."points", EXCLUDED."points") END,
          "endsAt" = greatest("kept"."endsAt", EXCLUDED."endsAt")`;
    },

    async read(keys) {
      const rows = await db().$queryRaw<Row[]>`
        SELECT "policy", "subject", "points", "endsAt" FROM "RateLimit"
        JOIN unnest(${keys.map((key) => key.policy)}::text[], ${keys.map((key) => key.subject)}::text[])
          AS "key"("policy", "subject") USING ("policy", "subject")
        WHERE "endsAt" > now()`;
      return keys.map(({ policy, subject }) => {
        const row = rows.find((candidate) => candidate.policy === policy && candidate.subject === subject);
        return row === undefined ? null : { points: row.points, endsAt: row.endsAt };
      });
    },

    async ping() {
      await db().$queryRaw`SELECT 1`;
    },
  };
}

/** Deletes at most 1,000 ended counts; gives how many. Call until 0. */
export async function deleteEndedLimits(): Promise<number> {
  // Skips locked rows, so counting never waits.
  return await db().$executeRaw`
    WITH "ended" AS (
      SELECT "policy", "subject" FROM "RateLimit" WHERE "endsAt" <= now()
      ORDER BY "endsAt" LIMIT ${ROWS_PER_SWEEP}::int FOR UPDATE SKIP LOCKED
    )
    DELETE FROM "RateLimit" USING "ended"
    WHERE "RateLimit"."policy" = "ended"."policy" AND "RateLimit"."subject" = "ended"."subject"`;
}

async function sweep(): Promise<void> {
  try {
    await deleteEndedLimits();
  } catch (error) {
    logEvent("warn", "ended_limits_not_deleted", describeError(error));
  }
}

/** The database's `now()`, the same for all rows. */
async function addOne(keys: LimitKey[]): Promise<LimitCount[]> {
  const { policies, subjects, windows } = columns(keys);
  const rows = await db().$queryRaw<Row[]>`${keptPlan}
    INSERT INTO "RateLimit" AS "kept" ("policy", "subject", "points", "endsAt")
    SELECT "policy", "subject", 1, now() + make_interval(secs => "seconds")
    FROM unnest(${policies}::text[], ${subjects}::text[], ${windows}::int[]) AS "key"("policy", "subject", "seconds")
    ORDER BY "policy", "subject"
    ON CONFLICT ("policy", "subject") DO UPDATE SET
      "points" = CASE WHEN "kept"."endsAt" <= now() THEN 1
                      ELSE least("kept"."points", ${MOST_POINTS}::int) + 1 END,
      "endsAt" = CASE WHEN "kept"."endsAt" <= now() THEN EXCLUDED."endsAt" ELSE "kept"."endsAt" END
    RETURNING "policy", "subject", "points", "endsAt"`;
  return keys.map(({ policy, subject }) => {
    const row = rows.find((candidate) => candidate.policy === policy && candidate.subject === subject);
    if (row === undefined) throw new Error(`The database returned no count for ${policy}.`);
    return { points: row.points, endsAt: row.endsAt };
  });
}

/** After the charge: a race may refuse one too many, but lets none through. */
async function undo(keys: LimitKey[], counts: LimitCount[]): Promise<void> {
  const within = keys.flatMap((key, index) => {
    const count = counts[index];
    return count === undefined || isOver(key, count) ? [] : [{ key, endsAt: count.endsAt }];
  });
  if (within.length === 0) return;
  await takeOne(
    within.map(({ key }) => key),
    within.map(({ endsAt }) => endsAt),
  );
}

/** With `ends`, only from that window. Deletes zero counts, so refused new addresses leave no rows. */
async function takeOne(keys: LimitKey[], ends: (Date | null)[]): Promise<void> {
  const { policies, subjects, limits } = columns(keys);
  const endTexts = ends.map((end) => end?.toISOString() ?? null);
  await db().$executeRaw`${keptPlan}
    WITH "locked" AS (
      SELECT "policy", "subject", least("points", "limit") - 1 AS "left" FROM "RateLimit"
      JOIN unnest(${policies}::text[], ${subjects}::text[], ${limits}::int[], ${endTexts}::timestamptz[])
        AS "key"("policy", "subject", "limit", "end") USING ("policy", "subject")
      WHERE "endsAt" > now() AND ("end" IS NULL OR "endsAt" = "end")
      ORDER BY "policy", "subject" FOR UPDATE OF "RateLimit"
    ), "emptied" AS (
      DELETE FROM "RateLimit" USING "locked"
      WHERE "RateLimit"."policy" = "locked"."policy" AND "RateLimit"."subject" = "locked"."subject" AND "left" <= 0
    )
    UPDATE "RateLimit" SET "points" = "left" FROM "locked"
    WHERE "RateLimit"."policy" = "locked"."policy" AND "RateLimit"."subject" = "locked"."subject" AND "left" > 0`;
}

function isOver(key: LimitKey, count: LimitCount | undefined): boolean {
  return count === undefined || count.points > key.limit;
}

function columns(keys: LimitKey[]) {
  return {
    policies: keys.map((key) => key.policy),
    subjects: keys.map((key) => key.subject),
    limits: keys.map((key) => key.limit),
    windows: keys.map((key) => key.windowSeconds),
  };
}
