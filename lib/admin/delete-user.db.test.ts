import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { givePasskey, newAdmin, trailOf } from "@/test/admin-parts";
import { beginLogin, beginRegistration, createUser, handIn, inbox, logIn, newPerson } from "@/test/login-parts";
import { sendDeletionMailOf } from "@/test/outbox-parts";
import { newPhone } from "@/test/phone-parts";
import { deleteUser } from "./delete-user";
import { findUserRecord } from "./find-user-record";

it("a deleted user leaves only the audit trail, which says who did it", async () => {
  const admin = await newAdmin();
  const user = await createUser();
  const { browser } = await logIn(user.email);
  await givePasskey(user.id);
  const asked = await beginLogin(user.email, browser);
  const code = await inbox.latestCode(user.email);
  const before = await trailOf(user.id);
  expect(await deleteUser(admin, user.id, user.username)).toEqual({ ok: true, value: null });
  expect(await db().outboxMail.count({ where: { userId: user.id } })).toBe(0);
  expect(await sendDeletionMailOf(user.id)).toBe("ACCEPTED");

  const told = await inbox.waitForMessage({ to: user.email, subject: "Your account was deleted" });
  expect(told.text).toContain(user.username);
  expect(await findUserRecord(user.id)).toBeNull();
  const where = { where: { userId: user.id } };
  expect(await db().session.count(where)).toBe(0);
  expect(await db().trustedDevice.count(where)).toBe(0);
  expect(await db().authenticator.count(where)).toBe(0);
  expect(await db().challenge.count({ where: { address: user.email } })).toBe(0);
  expect(await handIn(code, asked)).toMatchObject({ ok: false });
  const after = await trailOf(user.id);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.at(-1)).toMatchObject({ name: "user_deleted", actorId: admin.id, details: { sessions: 1 } });
  expect(after.at(-1)?.maskedIdentifier).not.toContain(user.email);
});

it("a user is deleted only if their username was typed, in any letter case", async () => {
  const admin = await newAdmin();
  const user = await createUser();
  await logIn(user.email);
  for (const typed of ["", user.email, `${user.username}x`]) {
    expect(await deleteUser(admin, user.id, typed)).toEqual({ ok: false, error: "USERNAME_MISTYPED" });
  }
  expect(await db().session.count({ where: { userId: user.id } })).toBe(1);
  expect(await deleteUser(admin, user.id, ` ${user.username.toUpperCase()} `)).toMatchObject({ ok: true });
});

it("the username, the email and the phone of a deleted user are free for a new registration", async () => {
  const person = { ...newPerson(), phone: newPhone() };
  const user = await createUser(person, { phoneVerified: new Date() });
  await deleteUser(await newAdmin(), user.id, user.username);
  const asked = await beginRegistration(person);
  const registered = await handIn(await inbox.latestCode(person.email), asked);
  expect(registered).toMatchObject({ ok: true, value: { outcome: "REGISTERED", username: person.username } });
  if (registered.ok) expect(registered.value.userId).not.toBe(user.id);
});

it("a user deleted by two admins at once is deleted once, with one audit trail entry", async () => {
  const user = await createUser();
  const [a, b] = [await newAdmin(), await newAdmin()];
  const outcomes = await Promise.all([deleteUser(a, user.id, user.username), deleteUser(b, user.id, user.username)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes).toContainEqual({ ok: false, error: "USER_GONE" });
  expect((await trailOf(user.id)).map(({ name }) => name)).toEqual(["user_deleted"]);
});

it("one of two admins who delete each other at the same moment stays", async () => {
  for (let round = 0; round < 5; round++) {
    const [a, b] = [await newAdmin(), await newAdmin()];
    const nameOf = async ({ id }: { id: string }) => (await db().user.findUniqueOrThrow({ where: { id } })).username;
    const [nameA, nameB] = [await nameOf(a), await nameOf(b)];
    const outcomes = await Promise.all([deleteUser(a, b.id, nameB), deleteUser(b, a.id, nameA)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().user.count({ where: { id: { in: [a.id, b.id] }, role: "ADMIN" } })).toBe(1);
  }
});

it("a login that finishes while its user is deleted leaves no session", async () => {
  for (let round = 0; round < 5; round++) {
    const user = await createUser();
    const asked = await beginLogin(user.email);
    const login = handIn(await inbox.latestCode(user.email), asked);
    await Promise.all([login, deleteUser(await newAdmin(), user.id, user.username)]);
    expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
  }
});
