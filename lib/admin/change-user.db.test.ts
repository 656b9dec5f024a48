import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { givePasskey, newAdmin, trailOf } from "@/test/admin-parts";
import { beginLogin, createUser, inbox, logIn, newPerson } from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { logInSlowly, openTestSession } from "@/test/passkey-parts";
import { changeRole } from "./change-role";
import { deleteUser } from "./delete-user";
import { disableUser, enableUser } from "./disable-user";
import { editUser } from "./edit-user";
import { endUserSession, endUserSessions } from "./end-user-sessions";
import { inviteAgain } from "./invite-user";
import { resetPasskeys } from "./reset-passkeys";

const fiveMinutesMs = 5 * 60_000;

/** Each change, tried on somebody. */
const changes = {
  disableUser: (admin: Admin, id: string) => disableUser(admin, id, "Fraud"),
  enableUser: (admin: Admin, id: string) => enableUser(admin, id, "A mistake"),
  changeRole: (admin: Admin, id: string) => changeRole(admin, id, "STAFF"),
  endUserSessions,
  resetPasskeys,
  editUser: (admin: Admin, id: string) => editUser(admin, id, newPerson()),
  deleteUser: async (admin: Admin, id: string) => {
    const user = await db().user.findUnique({ where: { id } });
    return await deleteUser(admin, id, user?.username ?? "");
  },
  inviteAgain,
  endUserSession: async (admin: Admin, id: string) => {
    const session = await db().session.findFirst({ where: { userId: id } });
    return await endUserSession(admin, id, session?.id ?? id);
  },
};
type Admin = Awaited<ReturnType<typeof newAdmin>>;

async function snapshot(userId: string) {
  const [user, sessions, trail] = await Promise.all([
    db().user.findUnique({ where: { id: userId } }),
    db().session.findMany({ where: { userId } }),
    trailOf(userId),
  ]);
  return { user, sessions, trail };
}

describe.each(Object.entries(changes))("%s", (_, change) => {
  it.each([
    ["an admin without a passkey", { hasPasskey: false }, "NO_PASSKEY"],
    ["an admin who was not asked for the passkey", { provenAt: null }, "REAUTHENTICATION_NEEDED"],
    [
      "an admin whose proof is five minutes old",
      { provenAt: new Date(Date.now() - fiveMinutesMs) },
      "REAUTHENTICATION_NEEDED",
    ],
    ["an admin who typed a code from the mail", { act: "end-sessions" as const }, "REAUTHENTICATION_NEEDED"],
    ["staff", { role: "STAFF" as const }, "NOT_ADMIN"],
    ["a shopper", { role: "CUSTOMER" as const }, "NOT_ADMIN"],
  ])("by %s changes nothing (R22)", async (_who, kind, error) => {
    const admin = await newAdmin(kind);
    const { id } = await createUser(newPerson(), { disabledAt: new Date() });
    await openTestSessionOf(id);
    const before = await snapshot(id);
    expect(await change(admin, id)).toEqual({ ok: false, error });
    expect(await snapshot(id)).toEqual(before);
  });

  it("changes nothing for an admin who is disabled or pending deletion, or whose session or re-authentication is not valid", async () => {
    const { id } = await createUser(newPerson(), { disabledAt: new Date() });
    const [disabled, ended, other] = [await newAdmin(), await newAdmin(), await newAdmin()];
    await db().user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
    const leaving = await newAdmin();
    await db().user.update({ where: { id: leaving.id }, data: { deletionAskedAt: new Date() } });
    await db().session.update({ where: { id: ended.sessionId }, data: { expires: new Date() } });
    const second = await openTestSession(other.id);
    const before = await snapshot(id);
    expect(await change(disabled, id)).toEqual({ ok: false, error: "NOT_ADMIN" });
    expect(await change(leaving, id)).toEqual({ ok: false, error: "NOT_ADMIN" });
    expect(await change(ended, id)).toEqual({ ok: false, error: "NOT_ADMIN" });
    expect(await change({ ...other, sessionId: second.id }, id)).toEqual({
      ok: false,
      error: "REAUTHENTICATION_NEEDED",
    });
    expect(await snapshot(id)).toEqual(before);
  });

  it("does not change the admin's own account, however its ID is written, or a deleted user", async () => {
    const admin = await newAdmin();
    const before = await snapshot(admin.id);
    for (const id of [admin.id, admin.id.toUpperCase(), `{${admin.id}}`]) {
      expect(await change(admin, id)).toEqual({ ok: false, error: "OWN_ACCOUNT" });
    }
    expect(await snapshot(admin.id)).toEqual(before);
    expect(await change(admin, crypto.randomUUID())).toEqual({ ok: false, error: "USER_GONE" });
  });

  it("changes nothing if the admin's passkey is blocked", async () => {
    const admin = await newAdmin();
    await db().authenticator.updateMany({ where: { userId: admin.id }, data: { cloneSuspectedAt: new Date() } });
    const { id } = await createUser();
    expect(await change(admin, id)).toEqual({ ok: false, error: "NO_PASSKEY" });
  });
});

describe("disabling", () => {
  it("logs the user out, cancels pending codes, keeps the reason, and records who did it", async () => {
    const admin = await newAdmin();
    const { userId, email, browser } = await logIn((await createUser()).email);
    const { challengeId } = await beginLogin(email, browser);
    expect(await disableUser(admin, userId, "Card fraud")).toEqual({ ok: true, value: null });
    expect(await db().user.findUnique({ where: { id: userId } })).toMatchObject({
      disabledAt: expect.any(Date),
      disabledReason: "Card fraud",
    });
    expect(await db().session.count({ where: { userId } })).toBe(0);
    expect(await db().trustedDevice.count({ where: { userId } })).toBe(0);
    const challenge = await db().challenge.findUniqueOrThrow({ where: { id: challengeId } });
    expect(challenge.expiresAt.getTime()).toBeLessThan(Date.now());
    const event = (await trailOf(userId)).at(-1);
    expect(event).toMatchObject({
      name: "user_disabled",
      actorId: admin.id,
      details: { reasonId: expect.any(String), sessions: 1 },
    });
    expect(event?.maskedIdentifier).not.toContain(email);
  });

  it("completes, when repeated, a change that stopped halfway", async () => {
    const admin = await newAdmin();
    const { userId } = await logIn((await createUser()).email);
    await db().user.update({ where: { id: userId }, data: { disabledAt: new Date(), disabledReason: "first" } });
    expect(await disableUser(admin, userId, "again")).toEqual({ ok: false, error: "DISABLED_ALREADY" });
    expect(await db().session.count({ where: { userId } })).toBe(0);
    expect(await db().trustedDevice.count({ where: { userId } })).toBe(0);
  });

  it("keeps the first reason when repeated, and enabling does not restore an old session", async () => {
    const admin = await newAdmin();
    const { id, email } = await createUser();
    await disableUser(admin, id, "first");
    expect(await disableUser(admin, id, "second")).toEqual({ ok: false, error: "DISABLED_ALREADY" });
    expect((await db().user.findUnique({ where: { id } }))?.disabledReason).toBe("first");
    // As a login that slipped through while the account was being disabled would leave it.
    await openTestSessionOf(id);
    expect(await enableUser(admin, id, "A mistake")).toEqual({ ok: true, value: null });
    expect(await enableUser(admin, id, "Again")).toEqual({ ok: false, error: "ENABLED_ALREADY" });
    expect(await db().session.count({ where: { userId: id } })).toBe(0);
    const enabled = (await trailOf(id)).find(({ name }) => name === "user_enabled");
    expect(enabled).toMatchObject({ actorId: admin.id, details: { reasonId: expect.any(String) } });
    await logIn(email);
    expect((await trailOf(id)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["user_disabled", "user_enabled", "login_succeeded"]),
    );
  });
});

describe("ending sessions", () => {
  it("ends the chosen session and the trust in its browser, and no other session", async () => {
    const admin = await newAdmin();
    const { email } = await createUser();
    const [first, second] = [await logIn(email), await logIn(email)];
    const row = await db().session.findUniqueOrThrow({ where: { sessionToken: first.sid } });
    expect(await endUserSession(admin, first.userId, row.id)).toEqual({ ok: true, value: null });
    expect(await endUserSession(admin, first.userId, row.id)).toEqual({ ok: false, error: "SESSION_GONE" });
    const left = await db().session.findMany({ where: { userId: first.userId } });
    expect(left.map(({ sessionToken }) => sessionToken)).toEqual([second.sid]);
    expect(await db().trustedDevice.count({ where: { userId: first.userId } })).toBe(1);
  });

  it("does not end another user's session by its id", async () => {
    const admin = await newAdmin();
    const { id } = await createUser();
    const other = await openTestSession();
    expect(await endUserSession(admin, id, other.id)).toEqual({ ok: false, error: "SESSION_GONE" });
    expect(await db().session.count({ where: { id: other.id } })).toBe(1);
  });

  it("ends all sessions, and says how many", async () => {
    const admin = await newAdmin();
    const { email } = await createUser();
    const { userId } = await logIn(email);
    await logIn(email);
    expect(await endUserSessions(admin, userId)).toEqual({ ok: true, value: { count: 2 } });
    expect((await trailOf(userId)).at(-1)).toMatchObject({ name: "all_sessions_ended", actorId: admin.id });
  });
});

// Only a native PostgreSQL can fail: the embedded one runs one transaction at a time.
describe.each(Object.entries({ changeRole: changes.changeRole, endUserSessions, resetPasskeys }))(
  "a login by passkey that is finishing during %s",
  (_, change) => {
    it("is waited for, and its session is ended", async () => {
      const admin = await newAdmin();
      const { id } = await createUser();
      await givePasskey(id);
      await Promise.all([logInSlowly(id), change(admin, id)]);
      expect(await db().session.count({ where: { userId: id } })).toBe(0);
    });
  },
);

describe("resetting passkeys", () => {
  it("removes all passkeys, logs the user out, and lets even an admin add the next with a code", async () => {
    const [admin, other] = [await newAdmin(), await newAdmin()];
    expect(await resetPasskeys(admin, other.id)).toEqual({ ok: true, value: { count: 1 } });
    expect(await db().authenticator.count({ where: { userId: other.id } })).toBe(0);
    expect(await db().session.count({ where: { userId: other.id } })).toBe(0);
    expect((await db().user.findUnique({ where: { id: other.id } }))?.firstPasskeyAt).toBeNull();
    expect((await trailOf(other.id)).at(-1)).toMatchObject({ name: "passkeys_reset", actorId: admin.id });
  });

  it("sends the owner an email, but not if there was no passkey (R33)", async () => {
    const admin = await newAdmin();
    const { id, email } = await createUser();
    expect(await resetPasskeys(admin, id)).toEqual({ ok: true, value: { count: 0 } });
    await sendMailsOf(id);
    expect(await inbox.messages({ to: email })).toEqual([]);
    await givePasskey(id);
    expect(await resetPasskeys(admin, id)).toEqual({ ok: true, value: { count: 1 } });
    await sendMailsOf(id);
    const [mail, ...others] = await inbox.messages({ to: email });
    expect(others).toEqual([]);
    for (const text of [mail?.text, mail?.html]) expect(text).toContain("write to the shop at once");
  });
});

describe("roles", () => {
  it("change with a logout, and both are in the audit trail", async () => {
    const admin = await newAdmin();
    const { userId } = await logIn((await createUser()).email);
    expect(await changeRole(admin, userId, "STAFF")).toEqual({ ok: true, value: null });
    expect(await changeRole(admin, userId, "STAFF")).toEqual({ ok: false, error: "ROLE_UNCHANGED" });
    expect(await db().session.count({ where: { userId } })).toBe(0);
    expect((await trailOf(userId)).at(-1)).toMatchObject({
      name: "role_changed",
      actorId: admin.id,
      details: { from: "CUSTOMER", to: "STAFF" },
    });
  });

  it("are reported to the user without naming the role", async () => {
    const { id, email } = await createUser();
    await changeRole(await newAdmin(), id, "STAFF");
    await sendMailsOf(id);
    const mail = await inbox.waitForMessage({ to: email, subject: "Your role was changed" });
    expect(mail.text).not.toMatch(/staff/i);
  });

  it("remain with at least one of two admins who demote each other at the same moment", async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = [await newAdmin(), await newAdmin()];
      const outcomes = await Promise.all([changeRole(a, b.id, "CUSTOMER"), changeRole(b, a.id, "CUSTOMER")]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes).toContainEqual({ ok: false, error: "NOT_ADMIN" });
      expect(await db().user.count({ where: { id: { in: [a.id, b.id] }, role: "ADMIN" } })).toBe(1);
    }
  });

  it("remain with at least one of ten admins who disable each other in a ring", async () => {
    const ring = await Promise.all(Array.from({ length: 10 }, () => newAdmin()));
    const next = (index: number) => ring[(index + 1) % ring.length]?.id ?? "";
    await Promise.all(ring.map((admin, index) => disableUser(admin, next(index), "A coup")));
    const ids = ring.map(({ id }) => id);
    expect(await db().user.count({ where: { id: { in: ids }, disabledAt: null } })).toBeGreaterThan(0);
  });
});

describe("the last admin", () => {
  it.each([
    ["demoted", (id: string) => db().user.update({ where: { id }, data: { role: "STAFF" } })],
    ["disabled", (id: string) => db().user.update({ where: { id }, data: { disabledAt: new Date() } })],
    ["deleted", (id: string) => db().user.delete({ where: { id } })],
  ])("cannot be %s by any SQL statement", async (_, harm) => {
    const { id } = await newAdmin();
    await withoutOtherAdmins(id, async () => {
      await expect(harm(id)).rejects.toThrow("without an admin");
      expect(await db().user.count({ where: { id, role: "ADMIN", disabledAt: null } })).toBe(1);
    });
  });

  it("stays when two statements remove the last two at once", async () => {
    const [a, b] = [await newAdmin(), await newAdmin()];
    await withoutOtherAdmins(a.id, async () => {
      await db().user.update({ where: { id: b.id }, data: { role: "ADMIN" } });
      const demote = ({ id }: Admin) => db().user.update({ where: { id }, data: { role: "CUSTOMER" } });
      const outcomes = await Promise.allSettled([demote(a), demote(b)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    });
  });

  it("can be edited in other ways, and disabled admins do not count", async () => {
    const { id } = await newAdmin();
    const disabled = await newAdmin();
    await withoutOtherAdmins(id, async () => {
      await db().user.update({ where: { id: disabled.id }, data: { role: "ADMIN", disabledAt: new Date() } });
      await db().user.update({ where: { id }, data: { lastLoginAt: new Date(), role: "ADMIN" } });
      await db().user.delete({ where: { id: disabled.id } });
      await expect(db().user.delete({ where: { id } })).rejects.toThrow("without an admin");
    });
  });
});

/** Other files of this run leave admins behind; while `run` runs there is only this one. */
async function withoutOtherAdmins(id: string, run: () => Promise<void>): Promise<void> {
  const others = await db().user.findMany({ where: { role: "ADMIN", id: { not: id } }, select: { id: true } });
  const where = { id: { in: others.map((other) => other.id) } };
  await db().user.updateMany({ where, data: { role: "CUSTOMER" } });
  try {
    await run();
  } finally {
    await db().user.updateMany({ where, data: { role: "ADMIN" } });
  }
}

/** A session of somebody who may not log in, as `openTestSession` would refuse to make it. */
async function openTestSessionOf(userId: string): Promise<void> {
  const expires = new Date(Date.now() + 86_400_000);
  await db().session.create({ data: { sessionToken: crypto.randomUUID(), userId, expires, method: "EMAIL_CODE" } });
}
