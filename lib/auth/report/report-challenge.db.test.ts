import { describe, expect, it } from "vitest";
import { startLogin } from "@/lib/auth/login/start-login";
import { endAllSessions } from "@/lib/auth/session/end-sessions";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { finishStepUp } from "@/lib/auth/step-up/finish-step-up";
import { startStepUp } from "@/lib/auth/step-up/start-step-up";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { makeReportToken } from "@/lib/signed-link/report-token";
import {
  asking,
  beginLogin,
  createUser,
  inbox,
  letTimePass,
  logIn,
  makeOlder,
  makeTrusted,
  newBrowser,
  newIp,
  visitor,
} from "@/test/login-parts";
import { findReport } from "./find-report";
import { reportNotMe } from "./report-not-me";

const reader = { ip: "198.51.100.4", userAgent: "Reader", locale: "en" } as const;

describe("a report of one of several requests with the same code", () => {
  it("ends the session that another request opened with that code, and no longer trusts its device (R34)", async () => {
    const user = await createUser();
    const first = await beginLogin(user.email);
    const { challengeId } = await logIn(user.email);
    const rows = await db().challenge.findMany({ where: { id: { in: [first.challengeId, challengeId] } } });
    expect(new Set(rows.map(({ providerSid }) => providerSid)).size).toBe(1);
    await report(first.challengeId);
    expect(await counts(user.id)).toEqual({ sessions: 0, browsers: 0 });
  });

  it("ends that session also after a resend gave the reported request another code", async () => {
    const user = await createUser();
    const first = await beginLogin(user.email);
    await logIn(user.email);
    await giveOtherCode(first.challengeId);
    await report(first.challengeId);
    expect(await counts(user.id)).toEqual({ sessions: 0, browsers: 0 });
  });

  it("ends that session also if resends kept the code valid for more than ten minutes", async () => {
    const user = await createUser();
    const first = await beginLogin(user.email);
    await logIn(user.email);
    await makeOlder(first.challengeId, 15 * 60);
    await report(first.challengeId);
    expect(await counts(user.id)).toEqual({ sessions: 0, browsers: 0 });
  });

  it("ends the session of an already trusted device, which may be the owner's, and keeps trusting it", async () => {
    const user = await createUser();
    const stranger = await beginLogin(user.email);
    const own = newBrowser();
    await makeTrusted(user.id, own);
    await logIn(user.email, own);
    await report(stranger.challengeId);
    expect(await counts(user.id)).toEqual({ sessions: 0, browsers: 1 });
  });

  it("keeps sessions opened with other codes, and those of other people", async () => {
    const user = await createUser();
    const other = await createUser();
    const earlier = await logIn(user.email);
    await makeOlder(earlier.challengeId, 30 * 60);
    const reported = await beginLogin(user.email);
    await makeOlder(reported.challengeId, 15 * 60);
    await giveOtherCode(reported.challengeId);
    await logIn(user.email);
    await logIn(other.email);
    await report(reported.challengeId);
    expect(await counts(user.id)).toEqual({ sessions: 2, browsers: 2 });
    expect(await counts(other.id)).toEqual({ sessions: 1, browsers: 1 });
  });
});

describe("a report of a request from a trusted device", () => {
  it("no longer trusts the device, so that it cannot ask again from there within the hour", async () => {
    const user = await createUser();
    const insider = newBrowser();
    await makeTrusted(user.id, insider);
    const home = { ip: newIp(), userAgent: "test", locale: "en" } as const;
    const ask = (browser: typeof insider) =>
      startLogin({ email: user.email, returnTo: null }, asking(browser, { visitor: home }));
    const started = await ask(insider);
    if (!started.ok) throw new Error(started.error);
    await report(started.value.challengeId);
    await expect(ask(insider)).rejects.toBeInstanceOf(TooManyRequests);
    const own = newBrowser();
    await makeTrusted(user.id, own);
    expect(await ask(own)).toMatchObject({ ok: true });
  });

  it("ends the device's earlier session", async () => {
    const user = await createUser();
    const { browser, challengeId } = await logIn(user.email);
    await makeOlder(challengeId, 3_600);
    const again = await beginLogin(user.email, browser);
    await report(again.challengeId);
    expect(await counts(user.id)).toEqual({ sessions: 0, browsers: 0 });
  });
});

describe("a report of a code for a sensitive action", () => {
  it("ends the requesting session and its re-authentication, and no longer trusts its device (R34)", async () => {
    const { user, thief, challengeId, code } = await thiefAsks();
    const { session, browser } = thief;
    expect(await finishStepUp({ challengeId, code }, session, browser.challengeKey, visitor)).toMatchObject({
      ok: true,
    });
    await report(challengeId);
    expect(await counts(user.id)).toEqual({ sessions: 1, browsers: 1 });
    expect(await findLiveSession(thief.sid)).toBeNull();
    expect(await db().stepUp.count({ where: { sessionId: session.id } })).toBe(0);
    expect(await endAllSessions(session, visitor)).toMatchObject({ ok: false });
    expect(await db().session.count({ where: { userId: user.id } })).toBe(1);
  });

  it("cancels an unused code too, and names the sensitive action", async () => {
    const { user, thief, challengeId, code } = await thiefAsks();
    const token = makeReportToken("challenge", challengeId);
    expect(await findReport(token)).toMatchObject({ topic: "step-up", isEnded: false });
    await report(challengeId);
    expect(await findReport(token)).toMatchObject({ topic: "step-up", isEnded: true });
    const late = finishStepUp({ challengeId, code }, thief.session, thief.browser.challengeKey, visitor);
    expect(await late).toMatchObject({ ok: false });
    expect(await counts(user.id)).toEqual({ sessions: 1, browsers: 1 });
  });
});

/** Owner and attacker are logged in, and the attacker asks for the code of a sensitive action. */
async function thiefAsks() {
  const user = await createUser();
  const logInEarlier = async () => {
    const login = await logIn(user.email);
    await makeOlder(login.challengeId, 3_600);
    const session = await findLiveSession(login.sid);
    if (session === null) throw new Error("There is no session.");
    return { ...login, session };
  };
  await logInEarlier();
  const thief = await logInEarlier();
  const asks = { challengeKey: thief.browser.challengeKey, visitor };
  const { challengeId, deliver } = await startStepUp(thief.session, "end-sessions", "/account/sessions", asks);
  await deliver();
  await letTimePass(challengeId);
  return { user, thief, challengeId, code: await inbox.latestCode(user.email) };
}

/** As a resend does, or the time: the emulator's clock does not move with a row's. */
async function giveOtherCode(id: string) {
  await db().challenge.update({ where: { id }, data: { providerSid: `VE${"0".repeat(32)}` } });
}

async function report(challengeId: string) {
  expect(await reportNotMe(makeReportToken("challenge", challengeId), reader)).toBe(true);
}

async function counts(userId: string) {
  const where = { userId };
  return { sessions: await db().session.count({ where }), browsers: await db().trustedDevice.count({ where }) };
}
