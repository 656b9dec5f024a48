import { secretIds } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { freshForMs } from "@/lib/http/cookies";
import { policies } from "@/lib/limits/policies";
import { describeError, logEvent } from "@/lib/log";
import { deletionWaitDays, keptDays, keptSince } from "@/lib/retention";
import { lifetimes } from "./session-store";

/** In milliseconds: how often an instance notes its secrets. */
export const noteEveryMs = 5 * 60_000;

const dayMs = 24 * 60 * 60_000;

/** Notes which secrets this instance runs with. Never throws. */
export async function noteSecretUse(): Promise<void> {
  try {
    await db().$executeRaw`
      INSERT INTO "SecretUse" ("secretIds") VALUES (${secretIds().join(",")})
      ON CONFLICT ("secretIds") DO UPDATE SET "lastUsedAt" = now()`;
  } catch (error) {
    logEvent("warn", "secret_use_not_noted", describeError(error));
  }
}

/** The id of the secret that hashed a row of RecoveryCode. */
export const secretOfCodeSql = Prisma.sql`
  COALESCE("secretId", (SELECT split_part("secretIds", ',', 1) FROM "SecretUse" ORDER BY "firstUsedAt" LIMIT 1))`;

export type Dependent = {
  what: "sessions" | "undo" | "keep" | "stop" | "reports" | "codes" | "counts" | "requests";
  /** Null: not counted. */
  count: number | null;
  /** When the last one ends; null if never by itself. */
  until: Date | null;
};

export type SecretsReport = {
  ids: string[];
  /** Not the first, and no instance has signed with it yet. */
  next: string[];
  isUsed: boolean;
  otherLists: { ids: string[]; lastUsedAt: Date }[];
  /** What ends with the older secrets. Empty: they may be removed. */
  dependents: Dependent[];
};

/** What still needs the secrets after the first in AUTH_SECRET. Changes nothing. */
export async function checkSecrets(now = new Date()): Promise<SecretsReport> {
  const uses = (await db().secretUse.findMany({ orderBy: { firstUsedAt: "asc" } })).map((use) => ({
    ...use,
    ids: use.secretIds.split(","),
    endedAt: new Date(Math.min(now.getTime(), use.lastUsedAt.getTime() + noteEveryMs)),
  }));
  const ids = secretIds();
  const [first = "", ...others] = ids;
  const isNext = (id: string) =>
    uses.some((use) => use.ids[0] === first && !use.ids.includes(id)) && !uses.some((use) => use.ids[0] === id);
  const next = others.filter(isNext);
  const older = others.filter((id) => !isNext(id));
  const otherLists = uses
    .filter((use) => use.secretIds !== ids.join(",") && now.getTime() - use.lastUsedAt.getTime() < 2 * noteEveryMs)
    .map(({ ids, lastUsedAt }) => ({ ids, lastUsedAt }));
  const isUsed = uses.some((use) => use.secretIds === ids.join(","));
  if (older.length === 0) return { ids, next, isUsed, otherLists, dependents: [] };

  const lastOf = (isMeant: (ids: string[]) => boolean) => {
    const ends = uses.filter((use) => isMeant(use.ids)).map((use) => use.endedAt.getTime());
    const begin = uses.find((use) => use.ids.includes(first))?.firstUsedAt ?? now;
    return new Date(Math.max(begin.getTime(), ...ends));
  };
  const signedUntil = lastOf(([signer = ""]) => older.includes(signer));
  const countedWithoutUntil = lastOf((list) => !list.includes(first));
  const dependents = [
    ...(await findSessions(signedUntil, now)),
    ...(await findLinks(signedUntil, now)),
    ...(await findRecoveryCodes(older)),
    { what: "counts" as const, count: null, until: new Date(countedWithoutUntil.getTime() + longestWindowMs) },
    { what: "requests" as const, count: null, until: new Date(signedUntil.getTime() + requestLifeMs) },
  ];
  const isLeft = ({ count, until }: Dependent) => count !== 0 && (until === null || until > now);
  return { ids, next, isUsed, otherLists, dependents: dependents.filter(isLeft) };
}

const longestWindowMs = Math.max(...Object.values(policies).map(({ windowSeconds }) => windowSeconds * 1_000));

/** Bot checks, waits and passkey prompts live 15 minutes at most. */
const requestLifeMs = 30 * 60_000;

/** A session seen since has a cookie of the new secret, at the latest a minute after it. */
async function findSessions(signedUntil: Date, now: Date): Promise<Dependent[]> {
  const seenUntil = new Date(signedUntil.getTime() + freshForMs);
  const { idleMs } = lifetimes.shopper;
  const lastSeenAt = { lte: seenUntil, gt: new Date(now.getTime() - idleMs) };
  const count = await db().session.count({ where: { expires: { gt: now }, lastSeenAt } });
  return [{ what: "sessions", count, until: new Date(seenUntil.getTime() + idleMs) }];
}

async function findLinks(signedUntil: Date, now: Date): Promise<Dependent[]> {
  const undo = await db().emailChange.aggregate({
    where: { at: { lte: signedUntil }, undoableUntil: { gt: now }, undoneAt: null },
    _count: true,
    _max: { undoableUntil: true },
  });
  const keep = await db().user.count({ where: { deletionAskedAt: { lte: signedUntil } } });
  const stop = await db().accountRecovery.count({ where: { startedAt: { lte: signedUntil } } });
  const made = { lte: signedUntil, gt: keptSince("session", now) };
  const reports = await Promise.all([
    db().session.count({ where: { createdAt: made, expires: { gt: now } } }),
    db().challenge.count({ where: { createdAt: made } }),
    db().authenticator.count({ where: { createdAt: made } }),
    db().trustedDevice.count({ where: { createdAt: made } }),
  ]);
  const after = (days: number) => new Date(signedUntil.getTime() + days * dayMs);
  return [
    { what: "undo", count: undo._count, until: undo._max.undoableUntil },
    { what: "keep", count: keep, until: after(deletionWaitDays) },
    { what: "stop", count: stop, until: after(keptDays.accountRecovery) },
    { what: "reports", count: reports.reduce((sum, count) => sum + count, 0), until: after(keptDays.session) },
  ];
}

async function findRecoveryCodes(older: string[]): Promise<Dependent[]> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "RecoveryCode"
    WHERE "usedAt" IS NULL AND ${secretOfCodeSql} = ANY(${older}::text[])`;
  return [{ what: "codes", count: row?.count ?? 0, until: null }];
}
