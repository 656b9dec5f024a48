import { describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { consume } from "@/lib/limits/consume";
import { policies } from "@/lib/limits/policies";
import { shopConfig } from "@/shop.config";
import { newAdmin, trailOf } from "@/test/admin-parts";
import { createUser, inbox, logIn, newPerson } from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { newPhone } from "@/test/phone-parts";
import { editUser } from "./edit-user";
import { findUserRecord } from "./find-user-record";
import { inviteAgain, inviteUser } from "./invite-user";
import { listClosedLimits } from "./limits";

const countUsers = (email: string) => db().user.count({ where: { email } });

async function invite(person = newPerson()) {
  const admin = await newAdmin();
  const invited = await inviteUser(admin, person);
  if (!invited.ok) throw new Error(invited.error);
  await sendMailsOf(invited.value.id);
  return { admin, person, id: invited.value.id };
}

describe("an invitation", () => {
  it("creates a customer with an unverified email, and its mail says where to log in and contains no secret", async () => {
    const { admin, person, id } = await invite();
    expect(await db().user.findUnique({ where: { id } })).toMatchObject({
      ...person,
      role: "CUSTOMER",
      emailVerified: null,
      phoneVerified: null,
      lastLoginAt: null,
    });
    expect(await findUserRecord(id)).toMatchObject({ isInvited: true });
    const [mail, ...others] = await inbox.messages({ to: person.email });
    expect(others).toEqual([]);
    expect(mail?.subject).toBe(`${shopConfig.name} created an account for you`);
    expect(mail?.text).toContain(person.username);
    const links = [...(mail?.html ?? "").matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
    expect(links).toEqual(["http://localhost:3000/login"]);
    expect(await trailOf(id)).toEqual([
      { name: "user_invited", actorId: admin.id, details: null, maskedIdentifier: expect.stringContaining("•••") },
    ]);
  });

  it("ends with the first login by code, which verifies the address and sends the welcome mail", async () => {
    const { person, id } = await invite();
    expect(await logIn(person.email)).toMatchObject({ userId: id, outcome: "LOGGED_IN", isInvited: true });
    expect((await db().user.findUnique({ where: { id } }))?.emailVerified).toBeInstanceOf(Date);
    expect(await findUserRecord(id)).toMatchObject({ isInvited: false });
    expect(await logIn(person.email)).toMatchObject({ isInvited: false });
  });

  it("is given up if SendGrid refuses it, and an admin can change the user's address", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const person = newPerson();
    const fault = await inbox.addFault({ match: { to: person.email, path: "/mail/send$" }, action: { status: 400 } });
    const { admin, id } = await invite(person);
    await inbox.clearFaults(fault.id);
    const [mail] = await db().outboxMail.findMany({ where: { userId: id } });
    expect(mail).toMatchObject({ kind: "invitation", failedAt: expect.any(Date), lastError: "ADDRESS_REFUSED" });
    const { email } = newPerson();
    expect(await editUser(admin, id, { ...person, email })).toMatchObject({ ok: true });
    expect(await inviteAgain(admin, id)).toEqual({ ok: true, value: null });
    await sendMailsOf(id);
    expect(await inbox.messages({ to: email, subject: "created an account for you" })).toHaveLength(1);
  });

  it("is refused for an email, username or verified phone of another user", async () => {
    const phone = newPhone();
    const other = await createUser({ ...newPerson(), phone }, { phoneVerified: new Date() });
    const admin = await newAdmin();
    const attempts = [
      [{ ...newPerson(), email: other.email }, "EMAIL_TAKEN"],
      [{ ...newPerson(), username: other.username.toUpperCase() }, "USERNAME_TAKEN"],
      [{ ...newPerson(), phone }, "PHONE_TAKEN"],
    ] as const;
    for (const [person, error] of attempts) {
      expect(await inviteUser(admin, person)).toEqual({ ok: false, error });
      expect(await inbox.messages({ to: person.email })).toEqual([]);
    }
    expect(await db().auditEvent.count({ where: { actorId: admin.id } })).toBe(0);
  });

  it("by two admins at once to one address creates one user and sends one mail", async () => {
    const person = newPerson();
    const [a, b] = [await newAdmin(), await newAdmin()];
    const outcomes = await Promise.all([
      inviteUser(a, person),
      inviteUser(b, { ...person, username: newPerson().username }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, error: "EMAIL_TAKEN" });
    for (const made of outcomes) if (made.ok) await sendMailsOf(made.value.id);
    expect(await inbox.messages({ to: person.email })).toHaveLength(1);
  });

  it.each([
    ["an admin without a passkey", { hasPasskey: false }, "NO_PASSKEY"],
    ["an admin who was not asked for the passkey", { provenAt: null }, "REAUTHENTICATION_NEEDED"],
    [
      "an admin whose proof is five minutes old",
      { provenAt: new Date(Date.now() - 300_000) },
      "REAUTHENTICATION_NEEDED",
    ],
    ["staff", { role: "STAFF" as const }, "NOT_ADMIN"],
    ["a shopper", { role: "CUSTOMER" as const }, "NOT_ADMIN"],
  ])("by %s creates and sends nothing", async (_who, kind, error) => {
    const person = newPerson();
    expect(await inviteUser(await newAdmin(kind), person)).toEqual({ ok: false, error });
    expect(await countUsers(person.email)).toBe(0);
    expect(await inbox.messages({ to: person.email })).toEqual([]);
  });
});

describe("an invitation that is sent again", () => {
  it("is sent to one address at most three times a day by all admins, and the audit trail records it", async () => {
    const { admin, person, id } = await invite();
    const others = [await newAdmin(), await newAdmin(), await newAdmin()] as const;
    expect(await inviteAgain(others[0], id)).toEqual({ ok: true, value: null });
    expect(await inviteAgain(others[1], id)).toEqual({ ok: true, value: null });
    expect(await inviteAgain(others[2], id)).toEqual({ ok: false, error: "NOTICES_SPENT" });
    expect(await inviteAgain(admin, id)).toEqual({ ok: false, error: "NOTICES_SPENT" });
    await sendMailsOf(id);
    expect(await inbox.messages({ to: person.email })).toHaveLength(3);
    expect((await trailOf(id)).map(({ name, actorId, details }) => [name, actorId, details])).toEqual([
      ["user_invited", admin.id, null],
      ["user_invited", others[0].id, { isAgain: true }],
      ["user_invited", others[1].id, { isAgain: true }],
    ]);
    const limit = { name: "limit_reached", details: { path: ["policy"], equals: "notice.address.day" } };
    expect(await db().auditEvent.count({ where: { ...limit, ip: admin.ip } })).toBeGreaterThan(0);
  });

  it("is not sent to a user who has logged in, or to a disabled account", async () => {
    const { admin, person, id } = await invite();
    await db().user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await inviteAgain(admin, id)).toEqual({ ok: false, error: "INVITED_BUT_DISABLED" });
    await db().user.update({ where: { id }, data: { disabledAt: null } });
    await logIn(person.email);
    await sendMailsOf(id);
    const mails = await inbox.messages({ to: person.email });
    expect(await inviteAgain(admin, id)).toEqual({ ok: false, error: "NOT_INVITED" });
    await sendMailsOf(id);
    expect(await inbox.messages({ to: person.email })).toEqual(mails);
  });
});

it("one admin can send at most two hundred mails a day, and the dashboard names that admin as the reason", async () => {
  const admin = await newAdmin();
  for (let sent = 0; sent < policies["notice.admin.day"].limit; sent++) {
    await consume([{ policy: "notice.admin.day", subject: admin.id }]);
  }
  const person = newPerson();
  expect(await inviteUser(admin, person)).toEqual({ ok: false, error: "NOTICES_SPENT" });
  expect(await countUsers(person.email)).toBe(0);
  expect((await listClosedLimits())[0]).toMatchObject({ policy: "notice.admin.day", who: admin.ip });
  expect(await db().auditEvent.count({ where: { actorId: admin.id, name: "limit_reached" } })).toBe(1);
  expect(await inviteUser(await newAdmin(), person)).toMatchObject({ ok: true });
});
