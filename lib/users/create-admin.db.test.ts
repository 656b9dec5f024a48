import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { givePasskey } from "@/test/admin-parts";
import { createUser, newPerson } from "@/test/login-parts";
import { logInSlowly, openTestSession } from "@/test/passkey-parts";
import { createAdmin } from "./create-admin";

describe("create-admin", () => {
  it("makes an admin, and a second run changes nothing", async () => {
    const person = newPerson();
    const made = await createAdmin(person);
    expect(made).toMatchObject({ ok: true, value: { outcome: "CREATED" } });
    const again = await createAdmin(person);
    expect(again).toEqual({ ok: true, value: { id: made.ok && made.value.id, outcome: "UNCHANGED" } });
    const user = await db().user.findUniqueOrThrow({ where: { email: person.email } });
    expect(user).toMatchObject({ ...person, role: "ADMIN", emailVerified: null });
    expect(await db().auditEvent.count({ where: { name: "admin_created", subjectId: user.id } })).toBe(1);
  });

  it("makes an existing user an admin, under the same username", async () => {
    const user = await createUser();
    expect(await createAdmin({ ...newPerson(), email: user.email })).toMatchObject({
      ok: true,
      value: { outcome: "PROMOTED" },
    });
    const row = await db().user.findUniqueOrThrow({ where: { id: user.id } });
    expect(row).toMatchObject({ role: "ADMIN", username: user.username });
  });

  it("logs out a user who becomes an admin, and restores no session of a disabled user", async () => {
    const user = await createUser();
    await openTestSession(user.id);
    await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date(), disabledReason: "Card fraud" } });
    await createAdmin({ ...newPerson(), email: user.email });
    expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
    expect(await db().user.findUnique({ where: { id: user.id } })).toMatchObject({
      role: "ADMIN",
      disabledAt: null,
      disabledReason: null,
    });
    await openTestSession(user.id);
    expect(await createAdmin({ ...newPerson(), email: user.email })).toMatchObject({ value: { outcome: "UNCHANGED" } });
    expect(await db().session.count({ where: { userId: user.id } })).toBe(1);
  });

  it("ends the session of a login by passkey that was finishing when it took the passkeys", async () => {
    const { id: userId, email } = await createUser();
    await createAdmin({ ...newPerson(), email });
    await givePasskey(userId);
    await Promise.all([logInSlowly(userId), createAdmin({ ...newPerson(), email, resetPasskeys: true })]);
    expect(await db().session.count({ where: { userId } })).toBe(0);
    expect(await db().authenticator.count({ where: { userId } })).toBe(0);
  });

  it("takes the passkeys of an admin who lost them only when told to, and logs them out", async () => {
    const person = newPerson();
    const { id } = await createUser(person);
    await createAdmin(person);
    await givePasskey(id);
    expect(await createAdmin(person)).toMatchObject({ ok: true, value: { outcome: "UNCHANGED" } });
    expect(await db().authenticator.count({ where: { userId: id } })).toBe(1);
    await openTestSession(id);
    expect(await createAdmin({ ...person, resetPasskeys: true })).toMatchObject({
      ok: true,
      value: { outcome: "RESET" },
    });
    expect(await db().authenticator.count({ where: { userId: id } })).toBe(0);
    expect(await db().session.count({ where: { userId: id } })).toBe(0);
    expect(await db().user.findUnique({ where: { id } })).toMatchObject({ role: "ADMIN", firstPasskeyAt: null });
  });

  it("does not take an email that another account left a moment ago", async () => {
    const [{ id: userId }, { email }] = [await createUser(), newPerson()];
    const now = new Date();
    const undoableUntil = new Date(now.getTime() + 60_000);
    await db().emailChange.create({ data: { userId, oldEmail: email, at: now, undoableUntil } });
    expect(await createAdmin({ ...newPerson(), email })).toEqual({ ok: false, error: "EMAIL_KEPT" });
  });

  it("does not take another user's name", async () => {
    const { username } = await createUser();
    expect(await createAdmin({ ...newPerson(), username })).toEqual({ ok: false, error: "USERNAME_TAKEN" });
  });

  it.each([
    ["email", "EMAIL_INVALID"],
    ["username", "USERNAME_INVALID"],
    ["phone", "PHONE_INVALID"],
  ])("refuses a bad %s", async (field, error) => {
    expect(await createAdmin({ ...newPerson(), [field]: "?" })).toEqual({ ok: false, error });
  });
});
