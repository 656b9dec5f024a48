import { expect, it } from "vitest";
import { hashRecoveryCode, newRecoveryCode, readRecoveryCode } from "@/lib/auth/recovery-codes/recovery-code";
import { finishPasskeyStepUp, finishRecoveryStepUp, finishStepUp } from "@/lib/auth/step-up/finish-step-up";
import { startPasskeyStepUp, startStepUp } from "@/lib/auth/step-up/start-step-up";
import { db } from "@/lib/db/client";
import { hasReauthenticated } from "@/lib/step-up/re-authentication";
import { createUser, inbox, letTimePass, logIn, newBrowser, visitor } from "@/test/login-parts";
import { memberWithPasskey, openTestSession } from "@/test/passkey-parts";
import { askForText, askToMove, handInMove, handInText } from "@/test/profile-parts";
import { refreshToken } from "./refresh-token";
import { rotateSession } from "./rotate-session";
import { endSession, findLiveSession, type LiveSession } from "./session-store";

const act = "export-data";

async function tokenOf(session: LiveSession): Promise<string> {
  return (await db().session.findUniqueOrThrow({ where: { id: session.id } })).sessionToken;
}

/** Gives the token that a proof replaced so many milliseconds ago. */
async function rotateEarlier(session: LiveSession, ageMs: number): Promise<string> {
  const oldSid = await tokenOf(session);
  await db().$transaction((transaction) => rotateSession(transaction, session.id, new Date(Date.now() - ageMs)));
  return oldSid;
}

async function expectRotated(session: LiveSession, oldSid: string, newSid: string) {
  expect(newSid).not.toBe(oldSid);
  expect(await findLiveSession(oldSid)).toBeNull();
  expect((await findLiveSession(newSid))?.id).toBe(session.id);
  expect(await hasReauthenticated(session.id, act)).toBe(true);
}

it("a code that confirms an action gives the session a new token and invalidates the old one (R27)", async () => {
  const session = await openTestSession();
  const oldSid = await tokenOf(session);
  const browser = newBrowser();
  const { challengeId, deliver } = await startStepUp(session, act, "/account/data", { ...browser, visitor });
  await deliver();
  await letTimePass(challengeId);
  const code = await inbox.latestCode(session.user.email);
  const finished = await finishStepUp({ challengeId, code }, session, browser.challengeKey, visitor);
  if (!finished.ok) throw new Error(finished.error);
  await expectRotated(session, oldSid, finished.value.sid);
});

it("a passkey that confirms an action gives the session a new token and invalidates the old one (R27)", async () => {
  const { session, browser, passkey } = await memberWithPasskey();
  const oldSid = await tokenOf(session);
  const answer = passkey.sign(await startPasskeyStepUp(session, act, browser.challengeKey));
  const finished = await finishPasskeyStepUp(answer, act, session, browser.challengeKey, visitor);
  if (!finished.ok) throw new Error(finished.error);
  await expectRotated(session, oldSid, finished.value.sid);
});

it("a recovery code that confirms an action gives the session a new token and invalidates the old one (R27)", async () => {
  const session = await openTestSession();
  const oldSid = await tokenOf(session);
  const code = readRecoveryCode(newRecoveryCode()) ?? "";
  await db().recoveryCode.create({ data: { codeHash: hashRecoveryCode(code), userId: session.user.id } });
  const finished = await finishRecoveryStepUp({ act, code }, session, visitor);
  if (!finished.ok) throw new Error(finished.error);
  await expectRotated(session, oldSid, finished.value.sid);
});

it("a code for another email gives the session a new token before the mail to the old address is sent (R27)", async () => {
  const asked = await askToMove();
  const oldSid = await tokenOf(asked.session);
  await inbox.addFault({
    match: { to: asked.session.user.email, path: "/mail/send$", times: 1 },
    action: { status: 503 },
  });
  const moved = await handInMove(asked, await inbox.latestCode(asked.address));
  if (!moved.ok) throw new Error(moved.error);
  expect(moved.value.state).toBe("WAITING");
  expect(await findLiveSession(oldSid)).toBeNull();
  expect((await findLiveSession(moved.value.sid))?.id).toBe(asked.session.id);
});

it("a code for another phone gives the session a new token and invalidates the old one (R27)", async () => {
  const asked = await askForText();
  const oldSid = await tokenOf(asked.session);
  const changed = await handInText(asked, await inbox.latestCode(asked.address));
  if (!changed.ok) throw new Error(changed.error);
  expect(await findLiveSession(oldSid)).toBeNull();
  expect((await findLiveSession(changed.value.sid))?.user.phoneVerified).not.toBeNull();
});

it("a token that was just replaced does not clear the cookie, and is not renewed; a minute later it is cleared", async () => {
  const { sid, userId } = await logIn((await createUser()).email);
  const session = await findLiveSession(sid);
  if (session === null) throw new Error("The session is not alive.");
  await db().$transaction((transaction) => rotateSession(transaction, session.id, new Date()));
  const token = { sub: userId, sid, role: "CUSTOMER" as const, checkedAt: 1 };
  expect(await refreshToken(token)).toEqual(token);
  await db().session.update({ where: { id: session.id }, data: { rotatedAt: new Date(Date.now() - 61_000) } });
  expect(await refreshToken(token)).toBeNull();
});

it("a logout with a token that a re-authentication has just replaced ends the session; a minute later it ends nothing", async () => {
  for (const [age, isEnded] of [
    [0, true],
    [61_000, false],
  ] as const) {
    const session = await openTestSession();
    const oldSid = await rotateEarlier(session, age);
    await endSession(oldSid, visitor);
    expect(await db().session.count({ where: { id: session.id } })).toBe(isEnded ? 0 : 1);
    expect(await db().auditEvent.count({ where: { name: "logout", subjectId: session.user.id } })).toBe(
      isEnded ? 1 : 0,
    );
  }
});

it("a login with a token that a re-authentication has just replaced ends the session; a minute later it ends none", async () => {
  for (const [age, isEnded] of [
    [0, true],
    [61_000, false],
  ] as const) {
    const session = await openTestSession();
    const oldSid = await rotateEarlier(session, age);
    const { sid } = await logIn((await createUser()).email, { ...newBrowser(), sid: oldSid });
    expect(await findLiveSession(sid)).not.toBeNull();
    expect(await db().session.count({ where: { id: session.id } })).toBe(isEnded ? 0 : 1);
  }
});

it("a session that is rotated many times at once keeps one token", async () => {
  const session = await openTestSession();
  const rotate = () => db().$transaction((transaction) => rotateSession(transaction, session.id, new Date()));
  const sids = await Promise.all(Array.from({ length: 10 }, rotate));
  const alive = await Promise.all(sids.map((sid) => findLiveSession(sid)));
  expect(alive.filter((found) => found !== null)).toHaveLength(1);
});
