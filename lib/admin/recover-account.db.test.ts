import { describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { writeTime } from "@/lib/i18n/format";
import { runDailyJob } from "@/lib/jobs/daily-job";
import { newAdmin, trailOf } from "@/test/admin-parts";
import { forgeToken } from "@/test/forge-token";
import { createUser, inbox, logIn, newPerson, stopByLink } from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { memberWithPasskey, openTestSession } from "@/test/passkey-parts";
import { createPhoneOwner } from "@/test/phone-parts";
import { moveTo, undoByMail } from "@/test/profile-parts";
import { logInByCode, memberWithCodes, refusedCode } from "@/test/recovery-parts";
import { editUser } from "./edit-user";
import { beginRecovery, completeRecovery, stopRecoveryAsAdmin } from "./recover-account";

const hourMs = 60 * 60_000;
const reason = "Showed an identity card in the shop";
const find = (id: string) => db().user.findUniqueOrThrow({ where: { id } });

/** As if it had been begun so many hours ago; its link stays that of the mail. */
async function letHoursPass(userId: string, hours: number) {
  const { startedAt, toldAt } = await db().accountRecovery.findUniqueOrThrow({ where: { userId } });
  const before = (time: Date) => new Date(time.getTime() - hours * hourMs);
  const data = { startedAt: before(startedAt), toldAt: toldAt && before(toldAt) };
  await db().accountRecovery.update({ where: { userId }, data });
}

async function begun(user: { id: string; email: string }) {
  const admin = await newAdmin();
  const newEmail = newPerson().email;
  expect(await beginRecovery(admin, user.id, { newEmail, reason })).toEqual({ ok: true, value: null });
  await sendMailsOf(user.id);
  return { admin, newEmail };
}

describe("giving a user access by a new address", () => {
  it("changes nothing for 72 hours, and tells both addresses at once (R33)", async () => {
    const { user, session } = await memberWithCodes();
    const { admin, newEmail } = await begun(user);
    expect(await find(user.id)).toMatchObject({ email: user.email });
    expect(await db().session.count({ where: { id: session.id } })).toBe(1);
    await letHoursPass(user.id, 71.9);
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: false, error: "RECOVERY_TOO_EARLY" });
    expect(await find(user.id)).toMatchObject({ email: user.email });
    const old = await inbox.waitForMessage({ to: user.email, subject: "Someone says that you have lost" });
    const given = await inbox.waitForMessage({ to: newEmail, subject: "Your account may get this address" });
    expect(old.text).toMatch(/\/stop-recovery\/[\w-]{51}/);
    expect(old.text).not.toContain(newEmail);
    expect(given.text).not.toContain(user.email);
    expect(given.text).not.toContain("/stop-recovery/");
    expect(JSON.stringify(await trailOf(user.id))).not.toContain(newEmail);
  });

  it("starts the wait when SendGrid accepts the mail to the old address, and then tells the new address (R33)", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const user = await createUser();
    await inbox.addFault({ match: { to: user.email, path: "/mail/send$", times: 1 }, action: { status: 503 } });
    const { admin, newEmail } = await begun(user);
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: false, error: "RECOVERY_NOT_TOLD" });
    expect(await inbox.messages({ to: newEmail })).toEqual([]);
    await db().outboxMail.updateMany({ where: { userId: user.id }, data: { dueAt: new Date(0) } });
    await sendMailsOf(user.id);
    const old = await inbox.waitForMessage({ to: user.email, subject: "Someone says that you have lost" });
    expect(await inbox.messages({ to: newEmail, subject: "Your account may get this address" })).toHaveLength(1);
    const { toldAt } = await db().accountRecovery.findUniqueOrThrow({ where: { userId: user.id } });
    const due = new Date((toldAt?.getTime() ?? 0) + 72 * hourMs);
    expect(old.text).toContain(writeTime(due, { locale: "en", timeZone: null }));
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: false, error: "RECOVERY_TOO_EARLY" });
    await letHoursPass(user.id, 72);
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: true, value: null });
    expect(await find(user.id)).toMatchObject({ email: newEmail });
  });

  it("is never completed if SendGrid refuses the old address", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const user = await createUser();
    const fault = await inbox.addFault({ match: { to: user.email, path: "/mail/send$" }, action: { status: 400 } });
    const { admin, newEmail } = await begun(user);
    await inbox.clearFaults(fault.id);
    await letHoursPass(user.id, 100);
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: false, error: "RECOVERY_NOT_TOLD" });
    expect(await find(user.id)).toMatchObject({ email: user.email });
    expect(await inbox.messages({ to: newEmail })).toEqual([]);
  });

  it("after the wait gives no access by lost passkeys or codes, and lets the owner in with a code to the new address", async () => {
    const { user, code } = await memberWithCodes();
    const { admin, newEmail } = await begun(user);
    await letHoursPass(user.id, 72);
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: true, value: null });
    expect(await find(user.id)).toMatchObject({ email: newEmail, emailVerified: null });
    expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
    expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(0);
    expect(await logInByCode(newEmail, code)).toEqual(refusedCode);
    expect(await logIn(newEmail)).toMatchObject({ userId: user.id });
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: false, error: "RECOVERY_GONE" });
    const last = (await trailOf(user.id)).find(({ name }) => name === "recovery_completed");
    expect(last).toMatchObject({ actorId: admin.id, details: { recoveryCodes: 10, passkeys: 0 } });
  });

  it("gives no access by the lost phone", async () => {
    const owner = await createPhoneOwner();
    const { admin, newEmail } = await begun(owner);
    await letHoursPass(owner.id, 72);
    expect((await completeRecovery(admin, owner.id)).ok).toBe(true);
    expect(await find(owner.id)).toMatchObject({ email: newEmail, phoneVerified: null });
  });

  it("is not undone by the link of an earlier email change in the lost mailbox", async () => {
    const { moved } = await moveTo();
    const { admin, newEmail } = await begun({ id: moved.userId, email: moved.newEmail });
    await letHoursPass(moved.userId, 72);
    expect((await completeRecovery(admin, moved.userId)).ok).toBe(true);
    expect(await undoByMail(moved.undoToken)).toBe(false);
    expect(await find(moved.userId)).toMatchObject({ email: newEmail });
  });

  it("is stopped when a logged-in person changes the account's email", async () => {
    const session = await openTestSession();
    const { admin } = await begun(session.user);
    const { moved } = await moveTo(session);
    expect(await completeRecovery(admin, moved.userId)).toEqual({ ok: false, error: "RECOVERY_GONE" });
    const stopped = (await trailOf(moved.userId)).find(({ name }) => name === "recovery_stopped");
    expect(stopped).toMatchObject({ details: { by: "move" } });
  });

  it("is stopped when an admin changes the account's email, which makes its link useless", async () => {
    const user = await createUser();
    const { admin } = await begun(user);
    const email = newPerson().email;
    const { username, phone } = await find(user.id);
    expect(await editUser(admin, user.id, { username, phone, email })).toMatchObject({ ok: true });
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: false, error: "RECOVERY_GONE" });
    const stopped = (await trailOf(user.id)).find(({ name }) => name === "recovery_stopped");
    expect(stopped).toMatchObject({ actorId: admin.id, details: { by: "admin" } });
  });

  it("removes the passkeys too", async () => {
    const { user } = await memberWithPasskey();
    const { admin } = await begun(user);
    await letHoursPass(user.id, 73);
    expect((await completeRecovery(admin, user.id)).ok).toBe(true);
    expect(await db().authenticator.count({ where: { userId: user.id } })).toBe(0);
  });

  it.each([
    [
      "a code from the mail",
      async ({ user }: Awaited<ReturnType<typeof memberWithCodes>>) => void (await logIn(user.email)),
    ],
    [
      "a recovery code",
      async ({ user, code }: Awaited<ReturnType<typeof memberWithCodes>>) => void (await logInByCode(user.email, code)),
    ],
  ])("is stopped by a login with %s (R33)", async (_way, enter) => {
    const member = await memberWithCodes();
    const { admin } = await begun(member.user);
    await letHoursPass(member.user.id, 73);
    await enter(member);
    expect(await completeRecovery(admin, member.user.id)).toEqual({ ok: false, error: "RECOVERY_GONE" });
    expect(await find(member.user.id)).toMatchObject({ email: member.user.email });
    const stopped = (await trailOf(member.user.id)).find(({ name }) => name === "recovery_stopped");
    expect(stopped).toMatchObject({ actorId: member.user.id, details: { by: "login" } });
  });

  it("is stopped once by the link in the mail without a login, and not by an earlier link (R33)", async () => {
    const user = await createUser();
    const { admin } = await begun(user);
    const [, token = ""] =
      /\/stop-recovery\/([\w-]+)/.exec((await inbox.messages({ to: user.email })).at(-1)?.text ?? "") ?? [];
    expect(await stopByLink(token)).toBe(true);
    expect(await stopByLink(token)).toBe(false);
    expect((await trailOf(user.id)).at(-1)).toMatchObject({ name: "recovery_stopped", details: { by: "link" } });
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: false, error: "RECOVERY_GONE" });
    await begun(user);
    expect(await stopByLink(token)).toBe(false);
    expect(await db().accountRecovery.count({ where: { userId: user.id } })).toBe(1);
    for (const forged of [forgeToken(token), token.slice(1), ""]) expect(await stopByLink(forged)).toBe(false);
  });

  it("is stopped by an admin", async () => {
    const user = await createUser();
    const { admin } = await begun(user);
    expect(await stopRecoveryAsAdmin(admin, user.id)).toEqual({ ok: true, value: null });
    expect(await stopRecoveryAsAdmin(admin, user.id)).toEqual({ ok: false, error: "RECOVERY_GONE" });
  });

  it("refuses another user's address, at the start and at the end", async () => {
    const [user, other] = [await createUser(), await createUser()];
    const admin = await newAdmin();
    const begin = (newEmail: string) => beginRecovery(admin, user.id, { newEmail, reason });
    expect(await begin(other.email)).toEqual({ ok: false, error: "EMAIL_TAKEN" });
    expect(await begin(user.email)).toEqual({ ok: false, error: "NOTHING_CHANGED" });
    const person = newPerson();
    expect((await begin(person.email)).ok).toBe(true);
    await sendMailsOf(user.id);
    expect(await begin(newPerson().email)).toEqual({ ok: false, error: "RECOVERY_BEGUN" });
    await createUser(person);
    await letHoursPass(user.id, 73);
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: false, error: "EMAIL_TAKEN" });
    expect(await find(user.id)).toMatchObject({ email: user.email });
  });

  it.each([
    ["an admin without a passkey", { hasPasskey: false }, "NO_PASSKEY"],
    ["an admin who has not confirmed lately", { provenAt: null }, "REAUTHENTICATION_NEEDED"],
    ["staff", { role: "STAFF" as const }, "NOT_ADMIN"],
  ])("is refused to %s (R33)", async (_who, change, error) => {
    const user = await createUser();
    const admin = await newAdmin(change);
    expect(await beginRecovery(admin, user.id, { newEmail: newPerson().email, reason })).toEqual({ ok: false, error });
    await begun(user);
    await letHoursPass(user.id, 73);
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: false, error });
    expect(await stopRecoveryAsAdmin(admin, user.id)).toEqual({ ok: false, error });
  });

  it("is refused to admins for their own account", async () => {
    const admin = await newAdmin();
    const answer = await beginRecovery(admin, admin.id, { newEmail: newPerson().email, reason });
    expect(answer).toEqual({ ok: false, error: "OWN_ACCOUNT" });
  });

  it("expires after two weeks, is deleted by the daily job, and can be started again", async () => {
    const user = await createUser();
    const { admin } = await begun(user);
    await letHoursPass(user.id, 14 * 24 + 1);
    expect(await completeRecovery(admin, user.id)).toEqual({ ok: false, error: "RECOVERY_GONE" });
    await begun(user);
    await letHoursPass(user.id, 14 * 24 + 1);
    expect((await runDailyJob()).done.accountRecovery).toBeGreaterThan(0);
    expect(await db().accountRecovery.count({ where: { userId: user.id } })).toBe(0);
  });
});
