import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { newAdmin, trailOf } from "@/test/admin-parts";
import { beginLogin, createUser, handIn, inbox, logIn, newPerson } from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { memberWithPasskey, openTestSession, reportByMail } from "@/test/passkey-parts";
import { newPhone } from "@/test/phone-parts";
import { editUser } from "./edit-user";

const profileOf = ({ username, email, phone }: ReturnType<typeof newPerson>) => ({ username, email, phone });
const find = (id: string) => db().user.findUniqueOrThrow({ where: { id } });

describe("a new email", () => {
  it("ends every session, trusted device and code of the old email, and stays unverified until a code is entered (R33)", async () => {
    const admin = await newAdmin();
    const user = await createUser();
    const { browser } = await logIn(user.email);
    const asked = await beginLogin(user.email, browser);
    const code = await inbox.latestCode(user.email);
    const { email } = newPerson();
    expect(await editUser(admin, user.id, { ...profileOf(user), email })).toEqual({
      ok: true,
      value: { told: "BOTH_ADDRESSES" },
    });
    expect(await find(user.id)).toMatchObject({ email, emailVerified: null, username: user.username });
    expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
    expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(0);
    expect(await handIn(code, asked)).toMatchObject({ ok: false });
    expect(await logIn(email)).toMatchObject({ userId: user.id, isInvited: false });
    expect((await find(user.id)).emailVerified).toBeInstanceOf(Date);
  });

  it("is reported to both addresses; the old one sees the new one masked, and the new one does not see the old (R33)", async () => {
    const user = await createUser();
    const { email } = newPerson();
    await editUser(await newAdmin(), user.id, { ...profileOf(user), email });
    await sendMailsOf(user.id);
    const [old, given] = [await onlyMail(user.email), await onlyMail(email)];
    for (const text of [old.text, old.html]) {
      expect(text).toContain(user.username);
      expect(text).toContain(`${email.slice(0, 1)}•••`);
      expect(text).toContain("write to the shop");
      expect(text).not.toContain(email);
    }
    for (const text of [given.text, given.html]) {
      expect(text).toContain("http://localhost:3000/login");
      expect(text).not.toContain(user.email);
    }
  });

  it("removes the passkeys, recovery codes and verified phone that an attacker may have added before (R33)", async () => {
    const { user } = await memberWithPasskey();
    await db().recoveryCode.create({
      data: { userId: user.id, codeHash: createHash("sha256").update(user.id).digest("hex") },
    });
    await db().user.update({ where: { id: user.id }, data: { phoneVerified: new Date() } });
    await editUser(await newAdmin(), user.id, { ...profileOf(user), email: newPerson().email });
    expect(await db().authenticator.count({ where: { userId: user.id } })).toBe(0);
    expect(await db().recoveryCode.count({ where: { userId: user.id } })).toBe(0);
    expect(await find(user.id)).toMatchObject({ phoneVerified: null, firstPasskeyAt: null });
  });

  it("makes the links in mails to the old address useless (R33)", async () => {
    const { user, reportToken } = await memberWithPasskey();
    await editUser(await newAdmin(), user.id, { ...profileOf(user), email: newPerson().email });
    await openTestSession(user.id);
    await reportByMail(reportToken);
    expect(await db().session.count({ where: { userId: user.id } })).toBe(1);
  });

  it("is refused if another user has it, and then ends nothing", async () => {
    const [user, other] = [await createUser(), await createUser()];
    await logIn(user.email);
    const before = await find(user.id);
    expect(await editUser(await newAdmin(), user.id, { ...profileOf(user), email: other.email })).toEqual({
      ok: false,
      error: "EMAIL_TAKEN",
    });
    expect(await find(user.id)).toEqual(before);
    expect(await db().session.count({ where: { userId: user.id } })).toBe(1);
    expect((await trailOf(user.id)).map(({ name }) => name)).not.toContain("user_edited");
    expect(await inbox.messages({ to: other.email })).toEqual([]);
  });

  it("is allowed three times a day for one address, and refused changes do not count", async () => {
    const { email, ...rest } = newPerson();
    const taken = await createUser();
    const give = async (change = {}) => {
      const user = await createUser();
      const edited = await editUser(await newAdmin(), user.id, { ...profileOf(user), email, ...change });
      await sendMailsOf(user.id);
      // So that the address is free for the next one.
      await db().user.updateMany({ where: { email }, data: { email: newPerson().email } });
      return edited;
    };
    for (let time = 1; time <= 3; time++) {
      expect(await give({ username: taken.username })).toEqual({ ok: false, error: "USERNAME_TAKEN" });
      expect(await give()).toMatchObject({ ok: true });
    }
    expect(await give(rest)).toEqual({ ok: false, error: "NOTICES_SPENT" });
    expect(await inbox.messages({ to: email })).toHaveLength(3);
  });
});

describe("an edit", () => {
  it("of a disabled user's email does not ask the user to log in", async () => {
    const user = await createUser(newPerson(), { disabledAt: new Date() });
    const { email } = newPerson();
    expect(await editUser(await newAdmin(), user.id, { ...profileOf(user), email })).toMatchObject({ ok: true });
    await sendMailsOf(user.id);
    const { text, html } = await onlyMail(email);
    expect(text).toContain("disabled at the moment");
    expect(`${text} ${html}`).not.toMatch(/log in/i);
  });

  it("of the username alone sends no mail", async () => {
    const user = await createUser();
    const profile = { ...profileOf(user), username: newPerson().username };
    expect(await editUser(await newAdmin(), user.id, profile)).toEqual({
      ok: true,
      value: { told: "NOBODY" },
    });
    await sendMailsOf(user.id);
    expect(await inbox.messages({ to: user.email })).toEqual([]);
  });

  it("of username and phone logs no one out, sends an email without the number, and makes the phone unverified", async () => {
    const admin = await newAdmin();
    const phone = newPhone();
    const user = await createUser({ ...newPerson(), phone: newPhone() }, { phoneVerified: new Date() });
    await logIn(user.email);
    await sendMailsOf(user.id);
    const mails = await inbox.messages({ to: user.email });
    const username = newPerson().username.toUpperCase();
    expect(await editUser(admin, user.id, { username, email: user.email, phone })).toEqual({
      ok: true,
      value: { told: "USER" },
    });
    await sendMailsOf(user.id);
    expect(await find(user.id)).toMatchObject({
      username,
      usernameKey: username.toLowerCase(),
      phone,
      phoneVerified: null,
      emailVerified: user.emailVerified,
    });
    expect(await db().session.count({ where: { userId: user.id } })).toBe(1);
    const [told, ...others] = (await inbox.messages({ to: user.email })).filter(
      ({ id }) => !mails.some((mail) => mail.id === id),
    );
    expect(others).toEqual([]);
    expect(told?.subject).toContain("phone number was changed");
    expect(`${told?.text} ${told?.html}`).not.toContain(phone.slice(-6));
  });

  it("is in the audit trail with the changed fields, but not with their content", async () => {
    const admin = await newAdmin();
    const user = await createUser();
    const profile = { ...newPerson(), phone: newPhone() };
    await editUser(admin, user.id, profile);
    const event = (await trailOf(user.id)).at(-1);
    expect(event).toMatchObject({
      name: "user_edited",
      actorId: admin.id,
      details: { fields: "username, email, phone" },
    });
    const written = JSON.stringify(event);
    for (const value of [user.email, user.username, profile.username, profile.email, profile.phone]) {
      expect(written).not.toContain(value);
    }
  });

  it("that changes nothing says so and writes nothing", async () => {
    const user = await createUser();
    const before = await find(user.id);
    expect(await editUser(await newAdmin(), user.id, profileOf(user))).toEqual({ ok: false, error: "NOTHING_CHANGED" });
    expect(await find(user.id)).toEqual(before);
    expect(await trailOf(user.id)).toEqual([]);
  });

  it("accepts a phone that others only typed, but not one that another user has verified", async () => {
    const phone = newPhone();
    const user = await createUser();
    const other = await createUser({ ...newPerson(), phone });
    const edit = async () => await editUser(await newAdmin(), user.id, { ...profileOf(user), phone });
    await db().user.update({ where: { id: other.id }, data: { phoneVerified: new Date() } });
    expect(await edit()).toEqual({ ok: false, error: "PHONE_TAKEN" });
    await db().user.update({ where: { id: other.id }, data: { phoneVerified: null } });
    expect(await edit()).toMatchObject({ ok: true });
  });

  it("of two users to the same username at once gives it to one and refuses the other", async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = [await createUser(), await createUser()];
      const { username } = newPerson();
      const [adminA, adminB] = [await newAdmin(), await newAdmin()];
      const outcomes = await Promise.all([
        editUser(adminA, a.id, { ...profileOf(a), username }),
        editUser(adminB, b.id, { ...profileOf(b), username: username.toUpperCase() }),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes).toContainEqual({ ok: false, error: "USERNAME_TAKEN" });
      expect(await db().user.count({ where: { usernameKey: username } })).toBe(1);
    }
  });
});

async function onlyMail(to: string) {
  const mails = await inbox.messages({ to });
  expect(mails).toHaveLength(1);
  return { text: mails[0]?.text ?? "", html: mails[0]?.html ?? "" };
}
