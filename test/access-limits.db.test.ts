import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeRole } from "@/lib/admin/change-role";
import { deleteDueUsers, deleteUser } from "@/lib/admin/delete-user";
import { disableUser, enableUser } from "@/lib/admin/disable-user";
import { endUserSessions } from "@/lib/admin/end-user-sessions";
import { askForDeletion } from "@/lib/auth/account/ask-for-deletion";
import { undoEmailChange } from "@/lib/auth/profile/undo-email-change";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { endAllSessions, endOtherSessions } from "@/lib/auth/session/end-sessions";
import { listSessions } from "@/lib/auth/session/list-sessions";
import { findLiveSession, type LiveSession } from "@/lib/auth/session/session-store";
import { startStepUp } from "@/lib/auth/step-up/start-step-up";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { mostSessions, mostTrustedDevices } from "@/lib/users/access-limits";
import { createAdmin } from "@/lib/users/create-admin";
import { lockSession } from "@/lib/users/locks";
import { newAdmin } from "./admin-parts";
import { allowLargeDeletions, crowd, crowdAccount, refuseLargeDeletions } from "./crowded-account";
import { createUser, logIn, newBrowser, visitor } from "./login-parts";
import { addPasskeyTo, eventsOf, memberWithPasskey, openTestSession, proveNow } from "./passkey-parts";
import { moveTo } from "./profile-parts";

const minuteMs = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * minuteMs);

const sessionsOf = (userId: string) => db().session.count({ where: { userId } });
const devicesOf = (userId: string) => db().trustedDevice.count({ where: { userId } });

describe("a login of a user with as many sessions as there may be", () => {
  async function fullAccount() {
    const user = await createUser();
    const expires = new Date(Date.now() + 86_400_000);
    // The first login is the oldest, and its session was seen last.
    await db().session.createMany({
      data: Array.from({ length: mostSessions }, (_, index) => ({
        userId: user.id,
        sessionToken: `${user.id} ${index}`,
        expires,
        createdAt: ago(1_000 - index),
        lastSeenAt: index === 0 ? ago(1) : ago(1_000 - index),
        method: "PASSKEY" as const,
      })),
    });
    return user;
  }
  const numbersOf = async (userId: string) => {
    const rows = await db().session.findMany({ where: { userId, sessionToken: { startsWith: userId } } });
    return rows.map(({ sessionToken }) => Number(sessionToken.split(" ")[1])).sort((a, b) => a - b);
  };

  it("ends the session not seen for longest, and records it in the audit trail (R31)", async () => {
    const user = await fullAccount();
    await logIn(user.email);
    expect(await sessionsOf(user.id)).toBe(mostSessions);
    expect(await numbersOf(user.id)).toEqual([0, ...Array.from({ length: mostSessions - 2 }, (_, index) => index + 2)]);
    expect(await eventsOf(user.id, "oldest_sessions_ended")).toMatchObject([
      { actorId: user.id, details: { sessions: 1, devices: 0 } },
    ]);
  });

  it("ends no other session if it replaces this browser's own", async () => {
    const user = await fullAccount();
    await logIn(user.email, { ...newBrowser(), sid: `${user.id} 7` });
    expect(await sessionsOf(user.id)).toBe(mostSessions);
    expect(await numbersOf(user.id)).not.toContain(7);
    expect(await numbersOf(user.id)).toContain(1);
    expect(await eventsOf(user.id, "oldest_sessions_ended")).toEqual([]);
  });

  it("ends no session of another user", async () => {
    const [user, other] = [await fullAccount(), await fullAccount()];
    await logIn(user.email);
    expect(await sessionsOf(other.id)).toBe(mostSessions);
  });
});

it("a login forgets the oldest devices beyond the limit, and none that has a session", async () => {
  const user = await createUser();
  await db().trustedDevice.createMany({
    data: Array.from({ length: mostTrustedDevices + 3 }, (_, index) => ({
      userId: user.id,
      keyHash: `${user.id} ${index}`,
      lastSeenAt: ago(1_000 - index),
    })),
  });
  const session = await openTestSession(user.id);
  await db().session.update({ where: { id: session.id }, data: { browserKeyHash: `${user.id} 0` } });
  const own = newBrowser();
  await db().trustedDevice.create({
    data: { userId: user.id, keyHash: hashKey(own.trustedKey), lastSeenAt: ago(2_000) },
  });
  await logIn(user.email, own);
  const left = (await db().trustedDevice.findMany({ where: { userId: user.id } })).map(({ keyHash }) => keyHash);
  expect(left).toHaveLength(mostTrustedDevices + 2);
  expect(left).toEqual(expect.arrayContaining([hashKey(own.trustedKey), `${user.id} 0`, `${user.id} 3`]));
  expect(left).not.toContain(`${user.id} 1`);
  expect(left).not.toContain(`${user.id} 2`);
});

it("a login keeps the oldest device where a passkey was added in it: the mails about that device have to find it (R31)", async () => {
  const { user, session } = await memberWithPasskey();
  await db().trustedDevice.createMany({
    data: Array.from({ length: mostTrustedDevices + 3 }, (_, index) => ({
      userId: user.id,
      keyHash: `${user.id} ${index}`,
      createdAt: ago(1_000 - index),
      lastSeenAt: ago(1_000 - index),
    })),
  });
  await db().authenticator.updateMany({ where: { userId: user.id }, data: { addedInBrowser: `${user.id} 0` } });
  const device = await db().trustedDevice.findFirstOrThrow({ where: { keyHash: `${user.id} 0` } });
  await logIn(user.email);
  expect(await db().trustedDevice.count({ where: { keyHash: `${user.id} 1` } })).toBe(0);
  expect(await reportNotMe(makeReportToken("browser", device.id), visitor)).toBe(true);
  expect(await db().authenticator.count({ where: { userId: user.id } })).toBe(0);
  expect(await db().session.count({ where: { id: session.id } })).toBe(0);
});

describe(`an account with ${crowd} sessions from before the limits`, () => {
  beforeAll(refuseLargeDeletions);
  afterAll(allowLargeDeletions);

  async function crowded() {
    const session = await openTestSession();
    await crowdAccount(session.user.id);
    return { session, id: session.user.id };
  }

  it("can be disabled at once, and no session of it comes back when it is enabled (R31)", async () => {
    const { id } = await crowded();
    const admin = await newAdmin();
    expect(await disableUser(admin, id, "Fraud")).toEqual({ ok: true, value: null });
    expect(await eventsOf(id, "user_disabled")).toMatchObject([{ details: { sessions: crowd + 1 } }]);
    expect([await sessionsOf(id), await devicesOf(id)]).toEqual([0, 0]);
    await crowdAccount(id);
    expect(await enableUser(admin, id, "A mistake")).toMatchObject({ ok: true });
    expect(await sessionsOf(id)).toBe(0);
  });

  it("can be deleted by an admin", async () => {
    const { id, session } = await crowded();
    expect(await deleteUser(await newAdmin(), id, session.user.username)).toMatchObject({ ok: true });
    expect([await sessionsOf(id), await devicesOf(id)]).toEqual([0, 0]);
  });

  it("is deleted by the job a week after its owner asked", async () => {
    const { id } = await crowded();
    await db().user.update({ where: { id }, data: { deletionAskedAt: ago(60) } });
    await deleteDueUsers(ago(30), null);
    expect(await db().user.findUnique({ where: { id } })).toBeNull();
  });

  it.each([
    ["log out everywhere", "end-sessions", endAllSessions, 0],
    ["log out everywhere else", "end-sessions", endOtherSessions, 1],
    ["ask for its deletion", "delete-account", askForDeletion, 0],
  ] as const)("lets its owner %s", async (_, act, end, left) => {
    const { id, session } = await crowded();
    await proveNow(session, act);
    expect(await end(session, visitor)).toMatchObject({ ok: true });
    expect(await sessionsOf(id)).toBe(left);
  });

  it.each([
    ["logged out everywhere", endUserSessions],
    ["given another role", (admin: Parameters<typeof changeRole>[0], id: string) => changeRole(admin, id, "STAFF")],
  ])("can be %s by an admin", async (_, change) => {
    const { id } = await crowded();
    expect(await change(await newAdmin(), id)).toMatchObject({ ok: true });
    expect([await sessionsOf(id), await devicesOf(id)]).toEqual([0, 0]);
  });

  it("can be made an admin on the server", async () => {
    const { id, session } = await crowded();
    const { email, username, phone } = session.user;
    expect(await createAdmin({ email, username, phone })).toMatchObject({ ok: true });
    expect(await sessionsOf(id)).toBe(0);
  });

  it("can be moved to another email, and back by the link of the mail", async () => {
    const { id, session } = await crowded();
    const { moved } = await moveTo(session);
    await crowdAccount(id);
    expect(await undoEmailChange(moved.undoToken, visitor)).toBe(true);
    expect(await sessionsOf(id)).toBe(0);
  });

  it("loses an attacker's passkey by the link in its email", async () => {
    const { user, reportToken } = await memberWithPasskey();
    await crowdAccount(user.id);
    expect(await reportNotMe(reportToken, visitor)).toBe(true);
    expect([await sessionsOf(user.id), await devicesOf(user.id)]).toEqual([0, 0]);
  });

  it.each([
    ["session", async ({ id }: LiveSession) => makeReportToken("session", id)],
    [
      "device",
      async ({ user }: LiveSession) => {
        const where = { userId_keyHash: { userId: user.id, keyHash: `oldest of ${user.id}` } };
        return makeReportToken("browser", (await db().trustedDevice.findUniqueOrThrow({ where })).id);
      },
    ],
    [
      "login",
      async (session: LiveSession) => {
        const { challengeId } = await db().session.findUniqueOrThrow({ where: { id: session.id } });
        return makeReportToken("challenge", challengeId ?? "");
      },
    ],
    [
      "confirmation",
      async (session: LiveSession) => {
        const browser = { challengeKey: newBrowser().challengeKey, visitor };
        const { challengeId } = await startStepUp(session, "end-sessions", "/account/sessions", browser);
        await db().authenticator.updateMany({
          where: { userId: session.user.id },
          data: { createdAt: new Date(Date.now() + 1_000) },
        });
        return makeReportToken("challenge", challengeId);
      },
    ],
  ] as const)("has its oldest %s reported with all that was done there", async (kind, tokenOf) => {
    const { session, passkey } = await oldestOfCrowd();
    expect(await reportNotMe(await tokenOf(session), visitor)).toBe(true);
    expect(await db().authenticator.count({ where: { credentialID: passkey.id } })).toBe(0);
    expect([await sessionsOf(session.user.id), await devicesOf(session.user.id)]).toEqual([0, 0]);
    const name = { session: "session_reported", device: "browser_reported" }[kind as string] ?? "challenge_reported";
    expect(await eventsOf(session.user.id, name)).toHaveLength(1);
  });

  /** A session that was seen for longest of all, in a device of its own, with a passkey that was used to log in there. */
  async function oldestOfCrowd() {
    const { userId, sid } = await logIn((await createUser()).email);
    const session = await findLiveSession(sid);
    if (session === null) throw new Error("The session is not alive.");
    const { passkey } = await addPasskeyTo(session, newBrowser());
    await crowdAccount(userId);
    const at = { createdAt: ago(10_000), lastSeenAt: ago(10_000) };
    const keyHash = `oldest of ${userId}`;
    await db().trustedDevice.create({ data: { userId, keyHash, ...at, passkeyId: passkey.id } });
    await db().session.update({ where: { id: session.id }, data: { ...at, browserKeyHash: keyHash } });
    return { session, passkey };
  }

  it("is brought closer to the limits by each login, and lists no more sessions than there may be", async () => {
    const { id, session } = await crowded();
    await logIn(session.user.email);
    expect(await sessionsOf(id)).toBeLessThan(crowd - 400);
    expect(await listSessions(session, "en")).toHaveLength(mostSessions);
  });
});

it("a session of a user who was just disabled cannot change anything", async () => {
  const session = await openTestSession();
  await db().user.update({ where: { id: session.user.id }, data: { disabledAt: new Date() } });
  expect(await db().$transaction((transaction) => lockSession(transaction, session.id))).toBeNull();
});
