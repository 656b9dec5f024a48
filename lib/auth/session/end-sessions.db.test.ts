import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { finishPasskeyStepUp } from "@/lib/auth/step-up/finish-step-up";
import { startPasskeyStepUp } from "@/lib/auth/step-up/start-step-up";
import { hashKey, newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { hasReauthenticated } from "@/lib/step-up/re-authentication";
import { createUser, visitor } from "@/test/login-parts";
import { eventsOf, memberWithPasskey, openTestSession, proveNow } from "@/test/passkey-parts";
import { whileOpen } from "@/test/while-open";
import { endAllSessions, endOtherSessions, endOwnSession } from "./end-sessions";
import { listSessions } from "./list-sessions";
import type { LiveSession } from "./session-store";

const unproven = { ok: false, error: "REAUTHENTICATION_NEEDED" };

/** A session, and the browser that it was opened in, known by its key. */
async function openInBrowser(userId: string, browserKeyHash = hashKey(newKey())) {
  const session = await openTestSession(userId);
  await db().session.update({ where: { id: session.id }, data: { browserKeyHash } });
  await db().trustedDevice.createMany({ data: [{ userId, keyHash: browserKeyHash }], skipDuplicates: true });
  return { session, browserKeyHash };
}

async function memberInThreeBrowsers() {
  const { id } = await createUser();
  const [here, second, third] = [await openInBrowser(id), await openInBrowser(id), await openInBrowser(id)];
  return { userId: id, here, second, third };
}

async function idsOf(userId: string): Promise<string[]> {
  const rows = await db().session.findMany({ where: { userId }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}

async function browsersOf(userId: string): Promise<string[]> {
  const rows = await db().trustedDevice.findMany({ where: { userId } });
  return rows.map(({ keyHash }) => keyHash).sort();
}

const sorted = (...sessions: { session: LiveSession }[]) => sessions.map(({ session }) => session.id).sort();

describe("ending one other session", () => {
  it("needs a re-authentication of this session, however recent the login is", async () => {
    const { userId, here, second, third } = await memberInThreeBrowsers();
    await proveNow(second.session, "end-sessions");
    await proveNow(here.session, "remove-passkey");
    await proveNow(here.session, "end-sessions", new Date(Date.now() - 5 * 60_000));
    expect(await endOwnSession(here.session, third.session.id, visitor)).toEqual(unproven);
    expect(await idsOf(userId)).toHaveLength(3);
  });

  it("ends only that one, no longer trusts its device, and uses up the re-authentication (R32)", async () => {
    const { userId, here, second, third } = await memberInThreeBrowsers();
    await proveNow(here.session, "end-sessions");
    expect(await endOwnSession(here.session, second.session.id, visitor)).toEqual({
      ok: true,
      value: { isEnded: true },
    });
    expect(await idsOf(userId)).toEqual(sorted(here, third));
    expect(await browsersOf(userId)).toEqual([here.browserKeyHash, third.browserKeyHash].sort());
    expect(await eventsOf(userId, "session_ended")).toMatchObject([{ actorId: userId, subjectId: userId }]);
    expect(await endOwnSession(here.session, third.session.id, visitor)).toEqual(unproven);
  });

  it("does not end another user's session, and keeps the re-authentication (R32)", async () => {
    const { here } = await memberInThreeBrowsers();
    const stranger = await memberInThreeBrowsers();
    await proveNow(here.session, "end-sessions");
    for (const id of [stranger.here.session.id, randomUUID(), here.session.id, "", "all", "'; --"]) {
      expect(await endOwnSession(here.session, id, visitor)).toEqual({ ok: true, value: { isEnded: false } });
    }
    expect(await idsOf(stranger.userId)).toHaveLength(3);
    expect(await browsersOf(stranger.userId)).toHaveLength(3);
    expect(await hasReauthenticated(here.session.id, "end-sessions")).toBe(true);
  });

  it("keeps this session, however its ID is written", async () => {
    const { userId, here } = await memberInThreeBrowsers();
    await proveNow(here.session, "end-sessions");
    const ended = await endOwnSession(here.session, here.session.id.toUpperCase(), visitor);
    expect(ended).toEqual({ ok: true, value: { isEnded: false } });
    expect(await idsOf(userId)).toHaveLength(3);
    expect(await hasReauthenticated(here.session.id, "end-sessions")).toBe(true);
  });

  it("keeps its device while it has another session, so that a report can still end that one", async () => {
    const { userId, here, second } = await memberInThreeBrowsers();
    const newer = await openInBrowser(userId, second.browserKeyHash);
    const where = { userId_keyHash: { userId, keyHash: second.browserKeyHash } };
    const { id: browserId } = await db().trustedDevice.findUniqueOrThrow({ where });
    await proveNow(here.session, "end-sessions");
    expect(await endOwnSession(here.session, second.session.id, visitor)).toMatchObject({ value: { isEnded: true } });
    expect(await idsOf(userId)).toContain(newer.session.id);
    expect(await reportNotMe(makeReportToken("browser", browserId), visitor)).toBe(true);
    expect(await idsOf(userId)).not.toContain(newer.session.id);
  });

  it("keeps a browser trusted when a login is finishing in it", async () => {
    const { userId, here, second } = await memberInThreeBrowsers();
    await proveNow(here.session, "end-sessions");
    const { browserKeyHash } = second;
    await whileOpen(
      async (transaction) => {
        const where = { userId_keyHash: { userId, keyHash: browserKeyHash } };
        await transaction.trustedDevice.update({ where, data: { lastSeenAt: new Date() } });
        const expires = new Date(Date.now() + 60_000);
        const data = { sessionToken: newKey(), userId, expires, method: "EMAIL_CODE" as const, browserKeyHash };
        await transaction.session.create({ data });
      },
      () => endOwnSession(here.session, second.session.id, visitor),
    );
    expect(await browsersOf(userId)).toContain(browserKeyHash);
  });

  it("happens once when pressed twenty times, without a second re-authentication", async () => {
    const { userId, here, second } = await memberInThreeBrowsers();
    await proveNow(here.session, "end-sessions");
    const press = () => endOwnSession(here.session, second.session.id, visitor);
    const results = await Promise.all(Array.from({ length: 20 }, press));
    expect(results.filter((result) => result.ok && result.value.isEnded)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect(await eventsOf(userId, "session_ended")).toHaveLength(1);
  });
});

describe("ending all other sessions", () => {
  it("needs a re-authentication, and uses it up", async () => {
    const { userId, here } = await memberInThreeBrowsers();
    expect(await endOtherSessions(here.session, visitor)).toEqual(unproven);
    await proveNow(here.session, "end-sessions");
    expect(await endOtherSessions(here.session, visitor)).toEqual({ ok: true, value: { count: 2 } });
    expect(await endOtherSessions(here.session, visitor)).toEqual(unproven);
    expect(await eventsOf(userId, "other_sessions_ended")).toMatchObject([{ details: { count: 2 } }]);
  });

  it("keeps this session and its trusted device, and ends all others (R32)", async () => {
    const { userId, here } = await memberInThreeBrowsers();
    const stranger = await memberInThreeBrowsers();
    await db().trustedDevice.create({ data: { userId, keyHash: hashKey(newKey()) } });
    await proveNow(here.session, "end-sessions");
    await endOtherSessions(here.session, visitor);
    expect(await idsOf(userId)).toEqual(sorted(here));
    expect(await browsersOf(userId)).toEqual([here.browserKeyHash]);
    expect(await idsOf(stranger.userId)).toHaveLength(3);
    expect(await browsersOf(stranger.userId)).toHaveLength(3);
  });

  it("from a session of an unknown browser ends the trust in all devices", async () => {
    const { userId } = await memberInThreeBrowsers();
    const session = await openTestSession(userId);
    await proveNow(session, "end-sessions");
    expect(await endOtherSessions(session, visitor)).toEqual({ ok: true, value: { count: 3 } });
    expect(await browsersOf(userId)).toEqual([]);
  });

  it("cancels pending codes to this address, so that they cannot open a session later", async () => {
    const { here } = await memberInThreeBrowsers();
    const { email } = here.session.user;
    await db().challenge.create({
      data: {
        id: newKey(),
        purpose: "LOGIN",
        address: email,
        browserKeyHash: hashKey(newKey()),
        expiresAt: new Date(Date.now() + 9 * 60_000),
      },
    });
    await proveNow(here.session, "end-sessions");
    await endOtherSessions(here.session, visitor);
    expect(await db().challenge.count({ where: { address: email, expiresAt: { gt: new Date() } } })).toBe(0);
  });
});

it("one re-authentication ends one session, the others or all, and never two of these (R32)", async () => {
  const { userId, here, second } = await memberInThreeBrowsers();
  await proveNow(here.session, "end-sessions");
  await endOwnSession(here.session, second.session.id, visitor);
  expect(await endOtherSessions(here.session, visitor)).toEqual(unproven);
  expect(await endAllSessions(here.session, visitor)).toEqual(unproven);
  expect(await idsOf(userId)).toHaveLength(2);
});

it("a passkey of the user confirms it as well as a code", async () => {
  const { session, browser, passkey } = await memberWithPasskey();
  await openTestSession(session.user.id);
  const answer = passkey.sign(await startPasskeyStepUp(session, "end-sessions", browser.challengeKey));
  await finishPasskeyStepUp(answer, "end-sessions", session, browser.challengeKey, visitor);
  expect(await endOtherSessions(session, visitor)).toEqual({ ok: true, value: { count: 1 } });
});

it("the list shows how each session was opened", async () => {
  const { id } = await createUser();
  const [here, other] = [await openTestSession(id), await openTestSession(id)];
  await db().session.update({ where: { id: other.id }, data: { method: "PASSKEY" } });
  expect(await listSessions(here, "en")).toMatchObject([
    { id: here.id, isCurrent: true, method: "EMAIL_CODE" },
    { id: other.id, isCurrent: false, method: "PASSKEY" },
  ]);
});
