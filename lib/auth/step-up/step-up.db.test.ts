import { describe, expect, it } from "vitest";
import { replaceVoidCode, resendCode } from "@/lib/auth/challenge/resend-code";
import { completeLogin } from "@/lib/auth/login/complete-login";
import { endAllSessions } from "@/lib/auth/session/end-sessions";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { hashKey, newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { consume } from "@/lib/limits/consume";
import { actionInWords, hasReauthenticated } from "@/lib/step-up/re-authentication";
import type { CodeAction } from "@/lib/step-up/sensitive-actions";
import { mostSessions } from "@/lib/users/access-limits";
import { asking, beginLogin, createUser, inbox, letTimePass, newBrowser, visitor, wrongCode } from "@/test/login-parts";
import { finishStepUp } from "./finish-step-up";
import { startStepUp } from "./start-step-up";

const act = "end-sessions";
const fiveMinutesMs = 5 * 60_000;

describe("logging out everywhere", () => {
  it("needs a code, however recent the login is (R33)", async () => {
    const { session } = await logIn();
    expect(await endAllSessions(session, visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    expect(await liveSessions(session.user.id)).toBe(1);
  });

  it("with a re-authentication ends every session and trusted device of the user, and no others (R32)", async () => {
    const { session, browser } = await logIn();
    await logIn(session.user.email);
    const other = await logIn();
    await proveFresh(session, browser);
    expect(await endAllSessions(session, visitor)).toEqual({ ok: true, value: { count: 2 } });
    expect(await liveSessions(session.user.id)).toBe(0);
    expect(await db().trustedDevice.count({ where: { userId: session.user.id } })).toBe(0);
    expect(await liveSessions(other.session.user.id)).toBe(1);
    const events = await db().auditEvent.findMany({ where: { subjectId: session.user.id } });
    expect(events.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["step_up_requested", "step_up_proven", "all_sessions_ended"]),
    );
  });

  it("does not accept a re-authentication older than five minutes (R33)", async () => {
    const { session, browser } = await logIn();
    await proveFresh(session, browser);
    expect(await hasReauthenticated(session.id, act)).toBe(true);
    await db().stepUp.updateMany({
      where: { sessionId: session.id },
      data: { provenAt: new Date(Date.now() - fiveMinutesMs) },
    });
    expect(await hasReauthenticated(session.id, act)).toBe(false);
    expect(await endAllSessions(session, visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
  });

  it("does not accept the re-authentication of another session of the same user (R33)", async () => {
    const { session, browser } = await logIn();
    await proveFresh(session, browser);
    const thief = await logIn(session.user.email);
    expect(await endAllSessions(thief.session, visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
  });

  it("happens once when requested twenty times at once (R32)", async () => {
    const { session, browser } = await logIn();
    await proveFresh(session, browser);
    const results = await Promise.all(Array.from({ length: 20 }, () => endAllSessions(session, visitor)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("a code", () => {
  it("for a login confirms no sensitive action, and the other way round (R5)", async () => {
    const { session, browser } = await logIn();
    const login = await beginLogin(session.user.email, browser);
    const loginCode = await inbox.latestCode(session.user.email);
    const { challengeId } = await beginStepUp(session, browser);
    const stepUpCode = await inbox.latestCode(session.user.email);
    expect(stepUpCode).not.toBe(loginCode);

    const asLogin = await completeLogin({ challengeId, code: stepUpCode }, browser, visitor);
    expect(asLogin).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    const withLoginChallenge = { challengeId: login.challengeId, code: loginCode };
    expect(await finishStepUp(withLoginChallenge, session, browser.challengeKey, visitor)).toEqual({
      ok: false,
      error: "CHALLENGE_ENDED",
    });
    const withLoginCode = await finishStepUp({ challengeId, code: loginCode }, session, browser.challengeKey, visitor);
    expect(withLoginCode).toEqual({ ok: false, error: "CODE_REJECTED" });
    const right = await finishStepUp({ challengeId, code: stepUpCode }, session, browser.challengeKey, visitor);
    expect(right).toMatchObject({ ok: true });
  });

  it("of a login confirms no action after both codes were sent again, in any order", async () => {
    const { session, browser } = await logIn();
    await age(session.user.email, 700);
    const login = await beginLogin(session.user.email);
    const { challengeId } = await beginStepUp(session, browser);
    await age(session.user.email, 31);
    await resend(login.challengeId, login.browser);
    const loginCode = await inbox.latestCode(session.user.email);
    await resend(challengeId, browser);
    const finished = await finishStepUp({ challengeId, code: loginCode }, session, browser.challengeKey, visitor);
    expect(finished).toEqual({ ok: false, error: "CODE_REJECTED" });
    expect(await differentSids([login.challengeId, challengeId])).toBe(2);
  });

  it("for one action confirms no other action in another session (R5)", async () => {
    const { session, browser } = await logIn();
    const thief = await logIn(session.user.email);
    const first = await beginStepUp(session, browser, "end-sessions");
    const mailed = await inbox.latestCode(session.user.email);
    const second = await beginStepUp(thief.session, thief.browser, "change-email");
    expect(await inbox.latestCode(session.user.email)).not.toBe(mailed);
    const { challengeKey } = thief.browser;
    const stolen = await finishStepUp(
      { challengeId: second.challengeId, code: mailed },
      thief.session,
      challengeKey,
      visitor,
    );
    expect(stolen).toEqual({ ok: false, error: "CODE_REJECTED" });
    const inOld = { challengeId: first.challengeId, code: await inbox.latestCode(session.user.email) };
    const newer = await finishStepUp(inOld, session, browser.challengeKey, visitor);
    expect(newer).toEqual({ ok: false, error: "CODE_VOID" });
    expect(await db().stepUp.count({ where: { session: { userId: session.user.id } } })).toBe(0);
  });

  it("that a newer action replaced is sent again as a new one, once for two clicks", async () => {
    const { session, browser } = await logIn();
    const { email } = session.user;
    const { challengeId } = await beginStepUp(session, browser, "export-data");
    const replaced = await inbox.latestCode(email);
    await beginStepUp(session, browser, "end-sessions");
    expect(await finishStepUp({ challengeId, code: replaced }, session, browser.challengeKey, visitor)).toEqual({
      ok: false,
      error: "CODE_VOID",
    });
    const sent = await replaceVoidCode(challengeId, asking(browser));
    if (!sent?.ok) throw new Error("No code was sent.");
    await sent.value.deliver();
    expect(await replaceVoidCode(challengeId, asking(browser))).toBeNull();
    expect(await db().challenge.findUnique({ where: { id: challengeId } })).toMatchObject({ sends: 2, attempts: 0 });
    const fresh = { challengeId, code: await inbox.latestCode(email) };
    expect(await finishStepUp(fresh, session, browser.challengeKey, visitor)).toMatchObject({ ok: true });
  });

  it("requested twice for the same action of one session works on both pages", async () => {
    const { session, browser } = await logIn();
    const first = await beginStepUp(session, browser);
    const second = await beginStepUp(session, browser);
    expect(await differentSids([first.challengeId, second.challengeId])).toBe(1);
    const { challengeId } = first;
    const code = await inbox.latestCode(session.user.email);
    expect(await finishStepUp({ challengeId, code }, session, browser.challengeKey, visitor)).toMatchObject({
      ok: true,
    });
  });

  it("shared by two actions started at the same moment confirms neither, and the next one belongs to one action (R5)", async () => {
    const { session, browser } = await logIn();
    await age(session.user.email, 700);
    const other = await logIn(session.user.email);
    await age(session.user.email, 700);
    const theirs = await startStepUp(other.session, "change-email", "/account", { ...other.browser, visitor });
    const mine = await startStepUp(session, act, "/account/sessions", { ...browser, visitor });
    await mine.deliver();
    await theirs.deliver();
    await age(session.user.email, 31);
    const { challengeId } = mine;
    const code = await inbox.latestCode(session.user.email);
    expect(await differentSids([theirs.challengeId, challengeId])).toBe(1);
    const { challengeKey } = other.browser;
    const asTheirs = await finishStepUp(
      { challengeId: theirs.challengeId, code },
      other.session,
      challengeKey,
      visitor,
    );
    expect(asTheirs).toEqual({ ok: false, error: "CODE_VOID" });
    const asMine = await finishStepUp({ challengeId, code }, session, browser.challengeKey, visitor);
    expect(asMine).toEqual({ ok: false, error: "CODE_VOID" });
    await resend(challengeId, browser);
    const own = await inbox.latestCode(session.user.email);
    expect(await finishStepUp({ challengeId, code: own }, session, browser.challengeKey, visitor)).toMatchObject({
      ok: true,
    });
  });

  it("confirms no other action when both are started and sent at the same moment", async () => {
    const { session, browser } = await logIn();
    const other = await logIn(session.user.email);
    const asks = [
      { session, browser, of: "export-data" },
      { session: other.session, browser: other.browser, of: "change-email" },
    ] as const;
    const begin = async (ask: (typeof asks)[number]) => ({
      ...ask,
      ...(await beginStepUp(ask.session, ask.browser, ask.of)),
    });
    const begun = await Promise.all(asks.map(begin));
    const mails = await inbox.messages({ to: session.user.email });
    for (const mine of begun) {
      for (const { code, text } of mails) {
        if (code === null || text?.includes(actionInWords(mine.of, "en"))) continue;
        const { challengeKey } = mine.browser;
        const finished = await finishStepUp(
          { challengeId: mine.challengeId, code },
          mine.session,
          challengeKey,
          visitor,
        );
        expect(finished.ok).toBe(false);
      }
    }
    expect(await db().stepUp.count({ where: { session: { userId: session.user.id } } })).toBe(0);
  });

  it("to end sessions is sent although another session has used up the user's daily re-authentications (R8)", async () => {
    const { session, browser } = await logIn();
    const thief = await logIn(session.user.email);
    const spent = { policy: "send.stepup.day", subject: session.user.id } as const;
    for (let time = 1; time <= 10; time++) await consume([spent]);
    await expect(beginStepUp(thief.session, thief.browser, "change-email")).rejects.toThrow(TooManyRequests);
    const ofThief = { policy: "send.ending.day", subject: hashKey(thief.session.id) } as const;
    for (let time = 1; time <= 10; time++) await consume([ofThief]);
    await expect(beginStepUp(thief.session, thief.browser, "end-sessions")).rejects.toThrow(TooManyRequests);
    await beginStepUp(session, browser, "end-sessions");
  });

  it("of a login confirms no action if Twilio does not cancel it", async () => {
    const { session, browser } = await logIn();
    await age(session.user.email, 700);
    await beginLogin(session.user.email, browser);
    const loginCode = await inbox.latestCode(session.user.email);
    await inbox.addFault({
      match: { method: "POST", path: "/Verifications/[^/]+$", times: 1 },
      action: { code: 20503 },
    });
    const { challengeId } = await beginStepUp(session, browser);
    const finished = await finishStepUp({ challengeId, code: loginCode }, session, browser.challengeKey, visitor);
    expect(finished).toEqual({ ok: false, error: "CODE_REJECTED" });
  });

  it("for an action says in its email what it confirms", async () => {
    const { session, browser } = await logIn();
    await beginStepUp(session, browser);
    const mails = await inbox.messages({ to: session.user.email });
    expect(mails[0]?.text).toContain("It confirms: end other sessions, or log out everywhere.");
    expect(mails.slice(1).some(({ text }) => text?.includes("It confirms"))).toBe(false);
  });

  it("for an action is sent to one user at most ten times a day, over all sessions", async () => {
    const { session } = await logIn();
    const spent = { policy: "send.stepup.day", subject: session.user.id } as const;
    for (let time = 1; time <= 9; time++) await consume([spent]);
    const second = await logIn(session.user.email);
    await beginStepUp(session, newBrowser(), "export-data");
    await expect(beginStepUp(second.session, second.browser, "export-data")).rejects.toThrow(TooManyRequests);
  });

  it("confirms nothing from another browser, for another session or for another user (R5)", async () => {
    const { session, browser } = await logIn();
    const { challengeId } = await beginStepUp(session, browser);
    const code = await inbox.latestCode(session.user.email);
    const ended = { ok: false, error: "CHALLENGE_ENDED" };
    expect(await finishStepUp({ challengeId, code }, session, newBrowser().challengeKey, visitor)).toEqual(ended);
    expect(await finishStepUp({ challengeId, code }, session, null, visitor)).toEqual(ended);
    const sameUser = await logIn(session.user.email);
    expect(await finishStepUp({ challengeId, code }, sameUser.session, browser.challengeKey, visitor)).toEqual(ended);
    const stranger = await logIn();
    expect(await finishStepUp({ challengeId, code }, stranger.session, browser.challengeKey, visitor)).toEqual(ended);
    expect(await db().stepUp.count({ where: { sessionId: session.id } })).toBe(0);
  });

  it("confirms no action that needs a passkey, whatever its challenge contains (R33)", async () => {
    const { session, browser } = await logIn();
    const { challengeId } = await beginStepUp(session, browser);
    await db().challenge.update({ where: { id: challengeId }, data: { payload: { act: "administer" } } });
    const code = await inbox.latestCode(session.user.email);
    const finished = await finishStepUp({ challengeId, code }, session, browser.challengeKey, visitor);
    expect(finished).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    expect(await db().stepUp.count({ where: { sessionId: session.id } })).toBe(0);
  });

  it("that is wrong confirms nothing and counts as an attempt, and a right one confirms once", async () => {
    const { session, browser } = await logIn();
    const { challengeId } = await beginStepUp(session, browser);
    const code = await inbox.latestCode(session.user.email);
    const wrong = await finishStepUp({ challengeId, code: wrongCode(code) }, session, browser.challengeKey, visitor);
    expect(wrong).toEqual({ ok: false, error: "CODE_REJECTED" });
    const results = await Promise.all(
      Array.from({ length: 10 }, () => finishStepUp({ challengeId, code }, session, browser.challengeKey, visitor)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const proofs = await db().auditEvent.count({ where: { challengeId, name: "step_up_proven" } });
    expect(proofs).toBe(1);
  });
});

it("a code compared during a logout in another tab confirms nothing, and causes no error", async () => {
  const { session, browser } = await logIn();
  const { challengeId } = await beginStepUp(session, browser);
  const code = await inbox.latestCode(session.user.email);
  await db().session.delete({ where: { id: session.id } });
  const finished = await finishStepUp({ challengeId, code }, session, browser.challengeKey, visitor);
  expect(finished).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
});

it("a code is sent again to the requesting session among many, of which only the latest are read", async () => {
  const { session, browser } = await logIn();
  const { challengeId } = await beginStepUp(session, browser);
  await db().challenge.update({ where: { id: challengeId }, data: { lastSentAt: new Date(Date.now() - 90_000) } });
  const expires = new Date(Date.now() + 60_000);
  const others = Array.from({ length: mostSessions }, () => ({
    sessionToken: newKey(),
    userId: session.user.id,
    expires,
    lastSeenAt: new Date(Date.now() - 60_000),
    method: "PASSKEY" as const,
  }));
  await db().session.createMany({ data: others });
  expect(await resendCode(challengeId, asking(browser))).toMatchObject({ ok: true });
  await db().session.update({ where: { id: session.id }, data: { lastSeenAt: new Date(Date.now() - 120_000) } });
  expect(await resendCode(challengeId, asking(browser))).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
});

async function logIn(email?: string) {
  const browser = newBrowser();
  const address = email ?? (await createUser()).email;
  const { challengeId } = await beginLogin(address, browser);
  const finished = await completeLogin({ challengeId, code: await inbox.latestCode(address) }, browser, visitor);
  if (!finished.ok) throw new Error(finished.error);
  const session = await findLiveSession(finished.value.sid);
  if (session === null) throw new Error("The new session is not alive.");
  return { session, browser };
}

async function resend(challengeId: string, browser: ReturnType<typeof newBrowser>) {
  const resent = await resendCode(challengeId, asking(browser));
  if (!resent.ok) throw new Error(resent.error);
  await resent.value.deliver();
}

async function differentSids(ids: string[]): Promise<number> {
  const rows = await db().challenge.findMany({ where: { id: { in: ids } } });
  return new Set(rows.map(({ providerSid }) => providerSid)).size;
}

/** Moves an address's challenges into the past, as if the time had gone by. */
async function age(address: string, seconds: number) {
  await db().$executeRaw`
    UPDATE "Challenge" SET "createdAt" = "createdAt" - make_interval(secs => ${seconds}::int),
      "lastSentAt" = "lastSentAt" - make_interval(secs => ${seconds}::int),
      "expiresAt" = "expiresAt" - make_interval(secs => ${seconds}::int)
    WHERE "address" = ${address}`;
}

type LoggedIn = Awaited<ReturnType<typeof logIn>>;

async function beginStepUp(session: LoggedIn["session"], browser: LoggedIn["browser"], of: CodeAction = act) {
  const started = await startStepUp(session, of, "/account/sessions", { ...browser, visitor });
  await started.deliver();
  await letTimePass(started.challengeId);
  return started;
}

async function proveFresh(session: LoggedIn["session"], browser: LoggedIn["browser"]) {
  const { challengeId } = await beginStepUp(session, browser);
  const code = await inbox.latestCode(session.user.email);
  const proven = await finishStepUp({ challengeId, code }, session, browser.challengeKey, visitor);
  if (!proven.ok) throw new Error(proven.error);
}

async function liveSessions(userId: string): Promise<number> {
  return await db().session.count({ where: { userId } });
}
