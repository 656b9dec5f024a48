import { describe, expect, it } from "vitest";
import { completeLogin } from "@/lib/auth/login/complete-login";
import { completePasskeyLogin } from "@/lib/auth/login/complete-passkey-login";
import { removeOwnPasskey } from "@/lib/auth/passkeys/own-passkeys";
import { endSession, findLiveSession } from "@/lib/auth/session/session-store";
import { finishStepUp } from "@/lib/auth/step-up/finish-step-up";
import { startStepUp } from "@/lib/auth/step-up/start-step-up";
import { db } from "@/lib/db/client";
import { listPasskeys } from "@/lib/passkeys/passkeys";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { beginLogin, createUser, inbox, letTimePass, logIn, makeOlder, newBrowser, visitor } from "@/test/login-parts";
import { reportTokenInMail } from "@/test/outbox-parts";
import { addPasskeyTo, eventsOf, loginOptions, proveNow, type TestBrowser } from "@/test/passkey-parts";
import type { SoftPasskey } from "@/test/soft-passkey";
import { findReport } from "./find-report";
import { reportNotMe } from "./report-not-me";

const reader = { ip: "198.51.100.4", userAgent: "Reader", locale: "en" } as const;
const removed = { ok: false, error: "PASSKEY_UNKNOWN" };

async function enter(email: string, browser = newBrowser()) {
  const login = await logIn(email, browser);
  const session = await findLiveSession(login.sid);
  if (session === null) throw new Error("The login opened nothing.");
  return { ...login, session };
}

async function logInWith(passkey: SoftPasskey, browser: TestBrowser = newBrowser()) {
  return await completePasskeyLogin(passkey.sign(await loginOptions(browser)), browser, visitor);
}

const names = async (userId: string) => (await listPasskeys(userId)).map(({ id }) => id);
const sessionsOf = (userId: string) => db().session.count({ where: { userId } });

describe("a passkey that its owner reports as added by another person", () => {
  it("is removed with all later ones, and every session and trusted device ends (R33)", async () => {
    const user = await createUser();
    const owner = await enter(user.email);
    const kept = await addPasskeyTo(owner.session, owner.browser);
    const thief = await enter(user.email);
    const stolen = await addPasskeyTo(thief.session, thief.browser);
    const later = await addPasskeyTo(thief.session, thief.browser);
    expect(await logInWith(stolen.passkey)).toMatchObject({ ok: true });

    const { reportToken } = stolen;
    expect(await findReport(reportToken)).toMatchObject({ topic: "passkey", isEnded: false, slowsSource: false });
    expect(await names(user.id)).toHaveLength(3);
    expect(await reportNotMe(reportToken, reader)).toBe(true);
    expect(await names(user.id)).toEqual([kept.passkey.id]);
    expect(await sessionsOf(user.id)).toBe(0);
    expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(0);
    for (const { passkey } of [stolen, later]) expect(await logInWith(passkey)).toEqual(removed);
    expect(await logInWith(kept.passkey)).toMatchObject({ ok: true });
    expect(await findReport(reportToken)).toMatchObject({ topic: "passkey", isEnded: true });
  });

  it("is one report in the audit trail, even when pressed ten times at once, and ends nothing later", async () => {
    const user = await createUser();
    const thief = await enter(user.email);
    const { reportToken } = await addPasskeyTo(thief.session, thief.browser);
    await Promise.all(Array.from({ length: 10 }, () => reportNotMe(reportToken, reader)));
    const owner = await enter(user.email);
    await addPasskeyTo(owner.session, owner.browser);
    expect(await reportNotMe(reportToken, reader)).toBe(true);
    expect(await sessionsOf(user.id)).toBe(1);
    expect(await names(user.id)).toHaveLength(1);
    expect(await eventsOf(user.id, "passkey_reported")).toEqual([
      expect.objectContaining({ ip: reader.ip, details: { sessions: 1, passkeys: 1 } }),
    ]);
    expect(await eventsOf(user.id, "passkey_removed")).toEqual([
      expect.objectContaining({ actorId: null, details: { count: 1, isReported: true } }),
    ]);
  });

  it("does not affect other people's passkeys and sessions", async () => {
    const other = await enter((await createUser()).email);
    const theirs = await addPasskeyTo(other.session, other.browser);
    const user = await createUser();
    const mine = await enter(user.email);
    const { reportToken } = await addPasskeyTo(mine.session, mine.browser);
    const after = await addPasskeyTo(other.session, other.browser);
    await reportNotMe(reportToken, reader);
    expect(await names(other.session.user.id)).toEqual([theirs.passkey.id, after.passkey.id]);
    expect(await sessionsOf(other.session.user.id)).toBe(1);
  });
});

describe("a passkey that the reported person has added or used", () => {
  it("is removed with the browser that added it, even after its logout, and earlier ones stay", async () => {
    const user = await createUser();
    const owner = await enter(user.email);
    const kept = await addPasskeyTo(owner.session, owner.browser);
    const thief = await enter(user.email);
    await addPasskeyTo(thief.session, thief.browser);
    await endSession(thief.sid, visitor);
    await reportNotMe(makeReportToken("browser", thief.browserId), reader);
    expect(await names(user.id)).toEqual([kept.passkey.id]);
    expect(await sessionsOf(user.id)).toBe(0);
  });

  it("is removed with the browser that logged in with it, so that it cannot return at once (R33)", async () => {
    const user = await createUser();
    const owner = await enter(user.email);
    const { passkey } = await addPasskeyTo(owner.session, owner.browser);
    const other = await addPasskeyTo(owner.session, owner.browser);
    const thief = await logInWith(passkey);
    const token = makeReportToken("browser", thief.ok ? thief.value.browserId : "");
    expect(await reportNotMe(token, reader)).toBe(true);
    expect(await logInWith(passkey)).toEqual(removed);
    expect(await names(user.id)).toEqual([other.passkey.id]);
  });

  it("is removed without earlier ones, even if another user added one in the same browser", async () => {
    const neighbour = await enter((await createUser()).email);
    const user = await createUser();
    const owner = await enter(user.email);
    const thief = await enter(user.email, neighbour.browser);
    await addPasskeyTo(neighbour.session, neighbour.browser);
    const kept = await addPasskeyTo(owner.session, owner.browser);
    await addPasskeyTo(thief.session, thief.browser);
    await reportNotMe(makeReportToken("browser", thief.browserId), reader);
    expect(await names(user.id)).toEqual([kept.passkey.id]);
    expect(await names(neighbour.session.user.id)).toHaveLength(1);
  });

  it("is removed with the session that added it", async () => {
    const user = await createUser();
    const thief = await enter(user.email);
    await addPasskeyTo(thief.session, thief.browser);
    await reportNotMe(makeReportToken("session", thief.session.id), reader);
    expect(await names(user.id)).toEqual([]);
  });

  it("is removed with the code that opened its session, even after that session has ended", async () => {
    const user = await createUser();
    const thief = await enter(user.email);
    await addPasskeyTo(thief.session, thief.browser);
    await endSession(thief.sid, visitor);
    await reportNotMe(makeReportToken("challenge", thief.challengeId), reader);
    expect(await names(user.id)).toEqual([]);
  });

  it("is removed with the code that confirmed its adding, even after the session has ended, and earlier ones stay", async () => {
    const user = await createUser();
    const owner = await enter(user.email);
    const kept = await addPasskeyTo(owner.session, owner.browser);
    const asked = await startStepUp(owner.session, "add-passkey", "/account/passkeys", { ...owner.browser, visitor });
    await asked.deliver();
    await letTimePass(asked.challengeId);
    const code = await inbox.latestCode(user.email);
    const attempt = { challengeId: asked.challengeId, code };
    expect(await finishStepUp(attempt, owner.session, owner.browser.challengeKey, visitor)).toMatchObject({ ok: true });
    await db().stepUp.deleteMany({ where: { sessionId: owner.session.id } });
    await db().authenticator.updateMany({
      where: { credentialID: kept.passkey.id },
      data: { createdAt: new Date(Date.now() - 60_000) },
    });
    await addPasskeyTo(owner.session, owner.browser);
    await endSession(owner.sid, visitor);
    await reportNotMe(makeReportToken("challenge", asked.challengeId), reader);
    expect(await names(user.id)).toEqual([kept.passkey.id]);
  });

  it("stays with the other sessions if the reported person did neither", async () => {
    const user = await createUser();
    const owner = await enter(user.email);
    await addPasskeyTo(owner.session, owner.browser);
    const thief = await enter(user.email);
    await reportNotMe(makeReportToken("browser", thief.browserId), reader);
    // Or the owner's login may have had the same code.
    for (const login of [owner, thief]) await makeOlder(login.challengeId, 11 * 60);
    const { challengeId } = await beginLogin(user.email);
    await reportNotMe(makeReportToken("challenge", challengeId), reader);
    expect(await names(user.id)).toHaveLength(1);
    expect(await sessionsOf(user.id)).toBe(1);
  });
});

it("a passkey is not added in a session that was ended while its device was asked", async () => {
  const user = await createUser();
  const { session, browser, browserId } = await enter(user.email);
  await proveNow(session, "remove-passkey");
  await reportNotMe(makeReportToken("browser", browserId), reader);
  await expect(addPasskeyTo(session, browser)).rejects.toThrow();
  expect(await removeOwnPasskey(session, "none", visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
  expect(await names(user.id)).toEqual([]);
});

it("the mail about a removal reports the browser that did it", async () => {
  const user = await createUser();
  const { session, browser } = await enter(user.email);
  const { passkey } = await addPasskeyTo(session, browser);
  await proveNow(session, "remove-passkey");
  const removed = await removeOwnPasskey(session, passkey.id, visitor);
  const token = removed.ok ? await reportTokenInMail(user.id) : "";
  expect(await findReport(token)).toMatchObject({ topic: "browser", isEnded: false });
  await reportNotMe(token, reader);
  expect(await sessionsOf(user.id)).toBe(0);
  const { challengeId } = await beginLogin(user.email, browser);
  const code = await inbox.latestCode(user.email);
  expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({
    ok: true,
    value: { isNewBrowser: true },
  });
});
