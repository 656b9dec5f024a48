import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { completeLogin } from "@/lib/auth/login/complete-login";
import { endSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { consume } from "@/lib/limits/consume";
import { makeReportToken } from "@/lib/signed-link/report-token";
import {
  beginLogin,
  beginRegistration,
  createUser,
  inbox,
  logIn,
  makeOlder,
  newPerson,
  visitor,
} from "@/test/login-parts";
import { findReport } from "./find-report";
import { reportNotMe } from "./report-not-me";

const reader = { ip: "198.51.100.4", userAgent: "Reader", locale: "en" } as const;

describe("a code request that its reader reports", () => {
  it("is cancelled: the right code is then refused in the browser that asked", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    expect(await reportNotMe(makeReportToken("challenge", challengeId), reader)).toBe(true);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: false });
    expect(await db().session.count({ where: { challengeId } })).toBe(0);
  });

  it("is also cancelled for a login that read the time before the report", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    await db().challenge.update({ where: { id: challengeId }, data: { provenAt: new Date() } });
    await reportNotMe(makeReportToken("challenge", challengeId), reader);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 1_000 });
    const late = await completeLogin({ challengeId, code: "000000" }, browser, visitor).finally(() =>
      vi.useRealTimers(),
    );
    expect(late).toMatchObject({ ok: false });
    expect(await db().session.count({ where: { challengeId } })).toBe(0);
  });

  it("cancels every request with the same code, and the next code is different", async () => {
    const { email } = await createUser();
    const stranger = await beginLogin(email);
    const second = await beginLogin(email);
    const code = await inbox.latestCode(email);
    await reportNotMe(makeReportToken("challenge", stranger.challengeId), reader);
    expect(await completeLogin({ challengeId: second.challengeId, code }, second.browser, visitor)).toMatchObject({
      ok: false,
    });

    const { challengeId, browser } = await beginLogin(email);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: false });
    const next = await inbox.latestCode(email);
    expect(next).not.toBe(code);
    expect(await completeLogin({ challengeId, code: next }, browser, visitor)).toMatchObject({ ok: true });
  });

  it("does not affect other people's requests", async () => {
    const { email } = await createUser();
    const other = (await createUser()).email;
    const mine = await beginLogin(email);
    const { challengeId, browser } = await beginLogin(other);
    await reportNotMe(makeReportToken("challenge", mine.challengeId), reader);
    const code = await inbox.latestCode(other);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: true });
  });

  it("ends the session opened by it, and no longer trusts the device that it made trusted", async () => {
    const user = await createUser();
    const mine = await logIn(user.email);
    await makeOlder(mine.challengeId, 11 * 60);
    const theirs = await logIn(user.email);
    await reportNotMe(makeReportToken("challenge", theirs.challengeId), reader);
    const left = await db().session.findMany({ where: { userId: user.id }, select: { challengeId: true } });
    expect(left).toEqual([{ challengeId: mine.challengeId }]);
    expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(1);
  });

  it("ends the session even after the request's own row is gone", async () => {
    const { email } = await createUser();
    const { challengeId } = await logIn(email);
    await db().challenge.delete({ where: { id: challengeId } });
    await reportNotMe(makeReportToken("challenge", challengeId), reader);
    expect(await db().session.count({ where: { challengeId } })).toBe(0);
  });

  it("of a registration can no longer create an account", async () => {
    const person = newPerson();
    const { challengeId, browser } = await beginRegistration(person);
    const code = await inbox.latestCode(person.email);
    await reportNotMe(makeReportToken("challenge", challengeId), reader);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: false });
    expect(await db().user.count({ where: { email: person.email } })).toBe(0);
  });

  it("slows its source for this address only, and not the reader's source", async () => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    const { ip } = await db().challenge.findUniqueOrThrow({ where: { id: challengeId } });
    await reportNotMe(makeReportToken("challenge", challengeId), reader);
    expect(await mayAsk(email, ip ?? "")).toBe(false);
    expect(await mayAsk(email, reader.ip)).toBe(true);
    expect(await mayAsk(newPerson().email, ip ?? "")).toBe(true);
  });

  it("slows no one if no proxy reports addresses, or if it is older than a day", async () => {
    const { email } = await createUser();
    const unknown = await beginLogin(email);
    await db().challenge.update({ where: { id: unknown.challengeId }, data: { ip: null } });
    await reportNotMe(makeReportToken("challenge", unknown.challengeId), reader);
    expect(await mayAsk(email, "unknown")).toBe(true);

    const old = await beginLogin(email);
    await db().challenge.update({
      where: { id: old.challengeId },
      data: { createdAt: new Date(Date.now() - 25 * 3_600_000), expiresAt: new Date(Date.now() - 24.9 * 3_600_000) },
    });
    const { ip } = await db().challenge.findUniqueOrThrow({ where: { id: old.challengeId } });
    await reportNotMe(makeReportToken("challenge", old.challengeId), reader);
    expect(await mayAsk(email, ip ?? "")).toBe(true);
  });

  it("ends nothing of today's requests if it is old", async () => {
    const { email } = await createUser();
    const old = await beginLogin(email);
    await db().challenge.update({
      where: { id: old.challengeId },
      data: {
        createdAt: new Date(Date.now() - 3_600_000),
        expiresAt: new Date(Date.now() - 3_000_000),
        // Twilio forgot this verification fifty minutes ago; the emulator's clock did not move.
        providerSid: `VE${"0".repeat(32)}`,
      },
    });
    const { challengeId, browser } = await beginLogin(email);
    await reportNotMe(makeReportToken("challenge", old.challengeId), reader);
    const code = await inbox.latestCode(email);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: true });
  });

  it("is one report in the audit trail, even when reported ten times at once", async () => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    const token = makeReportToken("challenge", challengeId);
    await Promise.all(Array.from({ length: 10 }, () => reportNotMe(token, reader)));
    const { challengeId: nextId, browser } = await beginLogin(email);
    expect(await reportNotMe(token, reader)).toBe(true);
    const code = await inbox.latestCode(email);
    expect(await completeLogin({ challengeId: nextId, code }, browser, visitor)).toMatchObject({ ok: true });
    const events = await db().auditEvent.findMany({ where: { challengeId, name: "challenge_reported" } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ ip: reader.ip, userAgent: reader.userAgent, details: { hadSession: false } });
    expect(events[0]?.maskedIdentifier).not.toBe(email);
  });
});

describe("a session that its owner reports", () => {
  it("is ended with the trust in its device, and other sessions stay", async () => {
    const user = await createUser();
    const mine = await logIn(user.email);
    const theirs = await logIn(user.email);
    const { id, ip } = await db().session.findUniqueOrThrow({ where: { challengeId: theirs.challengeId } });
    const token = makeReportToken("session", id);
    expect(await reportNotMe(token, reader)).toBe(true);
    expect(await reportNotMe(token, reader)).toBe(true);
    const left = await db().session.findMany({ where: { userId: user.id }, select: { challengeId: true } });
    expect(left).toEqual([{ challengeId: mine.challengeId }]);
    expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(1);
    expect(await mayAsk(user.email, ip ?? "")).toBe(false);
    expect(await db().auditEvent.count({ where: { subjectId: user.id, name: "session_reported" } })).toBe(1);
  });

  it("can be reported after it ended", async () => {
    expect(await reportNotMe(makeReportToken("session", randomUUID()), reader)).toBe(true);
  });
});

describe("a browser that its owner reports", () => {
  it("is logged out and no longer trusted, its source is slowed, and other browsers stay", async () => {
    const user = await createUser();
    const mine = await logIn(user.email);
    const theirs = await logIn(user.email);
    const { ip } = await db().session.findUniqueOrThrow({ where: { challengeId: theirs.challengeId } });
    const token = makeReportToken("browser", theirs.browserId);
    expect(await findReport(token)).toMatchObject({ topic: "browser", isEnded: false, slowsSource: true });
    await Promise.all(Array.from({ length: 10 }, () => reportNotMe(token, reader)));
    const left = await db().session.findMany({ where: { userId: user.id }, select: { challengeId: true } });
    expect(left).toEqual([{ challengeId: mine.challengeId }]);
    expect(await db().trustedDevice.findMany({ where: { userId: user.id }, select: { id: true } })).toEqual([
      { id: mine.browserId },
    ]);
    expect(await mayAsk(user.email, ip ?? "")).toBe(false);
    expect(await findReport(token)).toMatchObject({ isEnded: true });
    const events = await db().auditEvent.findMany({ where: { subjectId: user.id, name: "browser_reported" } });
    expect(events).toEqual([expect.objectContaining({ ip: reader.ip, details: { sessions: 1 } })]);
  });

  it("is no longer trusted even if it had logged out (R34)", async () => {
    const user = await createUser();
    const { sid, browserId } = await logIn(user.email);
    await endSession(sid, visitor);
    const token = makeReportToken("browser", browserId);
    expect(await findReport(token)).toMatchObject({ isEnded: false, slowsSource: false });
    await reportNotMe(token, reader);
    expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(0);
  });

  it("is also logged out of a session opened after the email (R34)", async () => {
    const user = await createUser();
    const { sid, browser, browserId } = await logIn(user.email);
    await logIn(user.email, { ...browser, sid });
    await reportNotMe(makeReportToken("browser", browserId), reader);
    expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
    expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(0);
  });

  it("stays trusted for another user's account", async () => {
    const one = await createUser();
    const other = await createUser();
    const { browser, browserId } = await logIn(one.email);
    await logIn(other.email, browser);
    await reportNotMe(makeReportToken("browser", browserId), reader);
    expect(await db().session.count({ where: { userId: other.id } })).toBe(1);
    expect(await db().trustedDevice.count({ where: { userId: other.id } })).toBe(1);
  });
});

describe("a token", () => {
  it("that is forged ends nothing", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const forged = Buffer.from(makeReportToken("challenge", challengeId), "base64url");
    forged[32] = (forged[32] ?? 0) ^ 1;
    for (const token of [forged.toString("base64url"), challengeId, "", "x".repeat(44), "\0"]) {
      expect(await reportNotMe(token, reader)).toBe(false);
      expect(await findReport(token)).toBeNull();
    }
    const code = await inbox.latestCode(email);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: true });
  });

  it("that is only viewed ends nothing, and shows device and time until it is used", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    await db().challenge.update({ where: { id: challengeId }, data: { userAgent: chromeOnWindows } });
    const token = makeReportToken("challenge", challengeId);
    for (let times = 0; times < 3; times++) {
      expect(await findReport(token)).toMatchObject({
        topic: "challenge",
        isEnded: false,
        asked: { userAgent: chromeOnWindows, at: expect.any(Date) },
        slowsSource: true,
      });
    }
    const code = await inbox.latestCode(email);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: true });
    await reportNotMe(token, reader);
    expect(await findReport(token)).toMatchObject({ isEnded: true });
  });

  it("of a deleted record is shown as expired", async () => {
    const gone = { isEnded: true, asked: null, slowsSource: false };
    expect(await findReport(makeReportToken("session", randomUUID()))).toEqual({ topic: "session", ...gone });
    expect(await findReport(makeReportToken("browser", randomUUID()))).toEqual({ topic: "browser", ...gone });
    const id = randomBytes(16).toString("base64url");
    expect(await findReport(makeReportToken("challenge", id))).toEqual({ topic: "challenge", ...gone });
  });
});

const chromeOnWindows =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

async function mayAsk(email: string, source: string): Promise<boolean> {
  return (await consume([{ policy: "send.pair.hour", subject: `${email} ${source}` }])).isAllowed;
}
