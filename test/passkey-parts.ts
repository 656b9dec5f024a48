import { randomBytes } from "node:crypto";
import { addOwnPasskey } from "@/lib/auth/passkeys/own-passkeys";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { findLiveSession, type LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { makeAddingOptions } from "@/lib/passkeys/add-passkey";
import { createPasskeyChallenge, type PasskeyAsker } from "@/lib/passkeys/passkey-challenge";
import { makeAskingOptions } from "@/lib/passkeys/verify-passkey";
import { makeReportToken } from "@/lib/signed-link/report-token";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";
import { createUser, newBrowser, visitor } from "./login-parts";
import { newSoftPasskey } from "./soft-passkey";

export const home = { origin: "http://localhost:3000", rpId: "localhost" };

export type TestBrowser = ReturnType<typeof newBrowser>;

export async function openTestSession(userId?: string): Promise<LiveSession> {
  const sessionToken = randomBytes(32).toString("base64url");
  const expires = new Date(Date.now() + 86_400_000);
  const owner = userId ?? (await createUser()).id;
  await db().session.create({ data: { sessionToken, userId: owner, expires, method: "EMAIL_CODE" } });
  const session = await findLiveSession(sessionToken);
  if (session === null) throw new Error("The new session is not alive.");
  return session;
}

/** As the right code would. */
export async function proveNow(session: LiveSession, act: SensitiveAction, provenAt = new Date()) {
  await db().stepUp.create({ data: { sessionId: session.id, act, provenAt } });
}

export async function addingOptions(session: LiveSession, browser: TestBrowser) {
  return await makeAddingOptions(session.user, {
    browserKeyHash: hashKey(browser.challengeKey),
    sessionId: session.id,
  });
}

export async function loginOptions(browser: TestBrowser) {
  return await makeAskingOptions({ purpose: "LOGIN", browserKeyHash: hashKey(browser.challengeKey) });
}

export function askedBefore(asker: PasskeyAsker, minutes: number) {
  const challenge = createPasskeyChallenge(asker, new Date(Date.now() - minutes * 60_000));
  return { challenge: Buffer.from(challenge).toString("base64url") };
}

/** Byte 0 is random, 39 the expiry, 71 the HMAC. */
export function withChangedByte({ challenge }: { challenge: string }, at: number) {
  const bytes = Buffer.from(challenge, "base64url");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return { challenge: bytes.toString("base64url") };
}

/** To see whether anything was written. */
export async function readAllTables(): Promise<Record<string, unknown>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`;
  const content: Record<string, unknown> = {};
  for (const { name } of tables) {
    const sql = `SELECT count(*)::int AS "rows", md5(string_agg(row::text, '' ORDER BY row::text)) AS "content" FROM "${name}" row`;
    [content[name]] = await db().$queryRawUnsafe<unknown[]>(sql);
  }
  return content;
}

export async function memberWithPasskey(counter = 0) {
  const session = await openTestSession();
  const browser = newBrowser();
  return { session, user: session.user, browser, ...(await addPasskeyTo(session, browser, counter)) };
}

/** Gives it and the token in its mail. */
export async function addPasskeyTo(session: LiveSession, browser: TestBrowser, counter = 0) {
  const passkey = newSoftPasskey(home);
  await proveNow(session, "add-passkey");
  const answer = passkey.create(await addingOptions(session, browser), { counter });
  const added = await addOwnPasskey(session, browser.challengeKey, { name: "Laptop", answer }, visitor);
  if (!added.ok) throw new Error(added.error);
  const { reportId } = await db().authenticator.findUniqueOrThrow({ where: { credentialID: passkey.id } });
  return { passkey, reportToken: makeReportToken("passkey", reportId) };
}

/** Takes half a second after the use. */
export async function logInSlowly(userId: string): Promise<void> {
  await db().$transaction(async (transaction) => {
    await transaction.authenticator.updateMany({ where: { userId }, data: { lastUsedAt: new Date() } });
    const expires = new Date(Date.now() + 60_000);
    const sessionToken = randomBytes(32).toString("base64url");
    await transaction.session.create({ data: { sessionToken, userId, expires, method: "PASSKEY" } });
    await transaction.$executeRaw`SELECT pg_sleep(0.5)`;
  });
}

export async function reportByMail(reportToken: string): Promise<void> {
  await reportNotMe(reportToken, visitor);
}

export async function eventsOf(userId: string, name: string) {
  return await db().auditEvent.findMany({ where: { subjectId: userId, name } });
}
