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

/** What database tests of passkeys share: members with a session, and authenticators in memory. */
export const home = { origin: "http://localhost:3000", rpId: "localhost" };

export type TestBrowser = ReturnType<typeof newBrowser>;

/** A session of a new member, or of the user who is named. */
export async function openTestSession(userId?: string): Promise<LiveSession> {
  const sessionToken = randomBytes(32).toString("base64url");
  const expires = new Date(Date.now() + 86_400_000);
  const owner = userId ?? (await createUser()).id;
  await db().session.create({ data: { sessionToken, userId: owner, expires, method: "EMAIL_CODE" } });
  const session = await findLiveSession(sessionToken);
  if (session === null) throw new Error("The new session is not alive.");
  return session;
}

/** A fresh proof, as the right code would have left it. */
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

/** A challenge of ours that was asked for so many minutes ago. */
export function askedBefore(asker: PasskeyAsker, minutes: number) {
  const challenge = createPasskeyChallenge(asker, new Date(Date.now() - minutes * 60_000));
  return { challenge: Buffer.from(challenge).toString("base64url") };
}

/** The same challenge with one bit changed: byte 0 is of its random part, 39 of its end, 71 of its HMAC. */
export function withChangedByte({ challenge }: { challenge: string }, at: number) {
  const bytes = Buffer.from(challenge, "base64url");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return { challenge: bytes.toString("base64url") };
}

/** What stands in every table, to see whether anything was written. */
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

/** A member who has a passkey, and the browser that it was added in. */
export async function memberWithPasskey(counter = 0) {
  const session = await openTestSession();
  const browser = newBrowser();
  return { session, user: session.user, browser, ...(await addPasskeyTo(session, browser, counter)) };
}

/** Adds a passkey in a session, after a fresh proof. Gives it, and the token in the mail about it. */
export async function addPasskeyTo(session: LiveSession, browser: TestBrowser, counter = 0) {
  const passkey = newSoftPasskey(home);
  await proveNow(session, "add-passkey");
  const answer = passkey.create(await addingOptions(session, browser), { counter });
  const added = await addOwnPasskey(session, browser.challengeKey, { name: "Laptop", answer }, visitor);
  if (!added.ok) throw new Error(added.error);
  const { reportId } = await db().authenticator.findUniqueOrThrow({ where: { credentialID: passkey.id } });
  return { passkey, reportToken: makeReportToken("passkey", reportId) };
}

/** A login by passkey that takes half a second to finish: it has used the passkey and added its session by then. */
export async function logInSlowly(userId: string): Promise<void> {
  await db().$transaction(async (transaction) => {
    await transaction.authenticator.updateMany({ where: { userId }, data: { lastUsedAt: new Date() } });
    const expires = new Date(Date.now() + 60_000);
    const sessionToken = randomBytes(32).toString("base64url");
    await transaction.session.create({ data: { sessionToken, userId, expires, method: "PASSKEY" } });
    await transaction.$executeRaw`SELECT pg_sleep(0.5)`;
  });
}

/** Presses "This was not me" behind the link of a mail. */
export async function reportByMail(reportToken: string): Promise<void> {
  await reportNotMe(reportToken, visitor);
}

export async function eventsOf(userId: string, name: string) {
  return await db().auditEvent.findMany({ where: { subjectId: userId, name } });
}
