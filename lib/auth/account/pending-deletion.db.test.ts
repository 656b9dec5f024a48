import { describe, expect, it } from "vitest";
import { completePasskeyLogin } from "@/lib/auth/login/complete-passkey-login";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { writeTime } from "@/lib/i18n/format";
import { makeKeepToken } from "@/lib/signed-link/account-links";
import { newAdmin } from "@/test/admin-parts";
import {
  beginLogin,
  beginRegistration,
  createUser,
  handIn,
  inbox,
  logIn,
  newBrowser,
  newPerson,
  visitor,
} from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { eventsOf, loginOptions, memberWithPasskey, openTestSession, proveNow } from "@/test/passkey-parts";
import { askForDeletion, isLastAdmin, readDeletionEligibility } from "./ask-for-deletion";
import { findAccountToKeep, keepAccount } from "./keep-account";

const dayMs = 24 * 60 * 60_000;

describe("asking for the deletion of an account", () => {
  it("needs a re-authentication of this session for exactly that, and uses it up (R33)", async () => {
    const session = await openTestSession();
    expect(await askForDeletion(session, visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    await proveNow(session, "export-data");
    expect(await askForDeletion(session, visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    await proveNow(session, "delete-account", new Date(Date.now() - 5 * 60_000));
    expect(await askForDeletion(session, visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    expect((await rowOf(session.user.id)).deletionAskedAt).toBeNull();
  });

  it("ends every session and trusted device, and cancels the pending code", async () => {
    const { user, session } = await pendingDeletionSoon();
    const other = await logIn(user.email);
    const pending = await beginLogin(user.email);
    const code = await inbox.latestCode(user.email);
    expect(await askForDeletion(session, visitor)).toMatchObject({ ok: true });
    expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
    expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(0);
    expect(await findLiveSession(other.sid)).toBeNull();
    expect(await handIn(code, pending)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    expect(await eventsOf(user.id, "deletion_asked")).toHaveLength(1);
  });

  it("happens once when requested ten times at once", async () => {
    const { user, session } = await pendingDeletionSoon();
    const asked = await Promise.all(Array.from({ length: 10 }, () => askForDeletion(session, visitor)));
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await eventsOf(user.id, "deletion_asked")).toHaveLength(1);
  });

  it("leaves no session of a login that finishes at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { user, session } = await pendingDeletionSoon();
      const asked = await beginLogin(user.email);
      const login = handIn(await inbox.latestCode(user.email), asked);
      await Promise.all([login, askForDeletion(session, visitor)]);
      expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
    }
  });

  it("is refused to the last admin who can log in, by the page and by the database", async () => {
    const [first, second] = [await newAdmin(), await newAdmin()];
    const others = { role: "ADMIN" as const, id: { notIn: [first.id, second.id] } };
    await db().user.updateMany({ where: others, data: { role: "CUSTOMER" } });
    const leave = async (id: string) => {
      const session = await openTestSession(id);
      await proveNow(session, "administer");
      return await askForDeletion(session, visitor);
    };
    expect(await leave(first.id)).toMatchObject({ ok: true });
    expect(await isLastAdmin(db(), second.id)).toBe(true);
    expect(await leave(second.id)).toEqual({ ok: false, error: "LAST_ADMIN" });
    await expect(
      db().user.update({ where: { id: second.id }, data: { deletionAskedAt: new Date() } }),
    ).rejects.toThrow();
    await expect(db().user.update({ where: { id: second.id }, data: { role: "STAFF" } })).rejects.toThrow();
    expect((await rowOf(second.id)).deletionAskedAt).toBeNull();
  });

  it("needs a passkey from an admin who has had one, and accepts no code by email (R33)", async () => {
    const [{ id }] = [await newAdmin(), await newAdmin()];
    const session = await openTestSession(id);
    await proveNow(session, "delete-account");
    expect(await askForDeletion(session, visitor)).toEqual({ ok: false, error: "PASSKEY_STEP_UP_NEEDED" });
    expect(await readDeletionEligibility(session)).toMatchObject({ needsPasskey: true, isReauthenticated: false });
    await proveNow(session, "administer");
    expect(await askForDeletion(session, visitor)).toMatchObject({ ok: true });
  });

  it("accepts a code from an admin who has never had a passkey", async () => {
    const [{ id }] = [await newAdmin({ hasPasskey: false }), await newAdmin()];
    const session = await openTestSession(id);
    await proveNow(session, "delete-account");
    expect(await askForDeletion(session, visitor)).toMatchObject({ ok: true });
  });

  it("leaves one of two last admins who ask at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const pair = [await newAdmin(), await newAdmin()];
      const ids = pair.map(({ id }) => id);
      await db().user.updateMany({ where: { role: "ADMIN", id: { notIn: ids } }, data: { role: "CUSTOMER" } });
      const sessions = await Promise.all(ids.map((id) => openTestSession(id)));
      for (const session of sessions) await proveNow(session, "administer");
      const asked = await Promise.all(sessions.map((session) => askForDeletion(session, visitor)));
      expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });
});

describe("the mail about it", () => {
  it("says when the account will be deleted, and its only link keeps it (R33)", async () => {
    const leaving = await leave();
    await sendMailsOf(leaving.id);
    const mail = await inbox.waitForMessage({ to: leaving.email, subject: "Your account will be deleted" });
    const due = new Date(leaving.deletionAskedAt.getTime() + 7 * dayMs);
    expect(mail.text).toContain(writeTime(due, { locale: "en", timeZone: null }));
    const links = mail.text?.match(/https?:\/\/\S+\/undo-deletion\/(\S+)/);
    expect(await keepAccount(links?.[1] ?? "", visitor)).toBe(true);
    expect((await rowOf(leaving.id)).deletionAskedAt).toBeNull();
    await sendMailsOf(leaving.id);
    expect(await inbox.waitForMessage({ to: leaving.email, subject: "Your account is kept" })).toBeTruthy();
    expect((await eventsOf(leaving.id, "deletion_alerted")).map(({ details }) => details)).toEqual([
      { act: "asked", isSent: true },
      { act: "undone", isSent: true },
    ]);
  });
});

describe("an account with a pending deletion", () => {
  it("accepts no code: the right one asks whether to keep the account, and creates no session (R33)", async () => {
    const leaving = await leave();
    const asked = await beginLogin(leaving.email);
    const code = await inbox.latestCode(leaving.email);
    const answer = await handIn(code, asked);
    expect(answer).toEqual({ ok: false, error: "ACCOUNT_PENDING_DELETION", keepToken: makeKeepToken(leaving) });
    expect(await db().session.count({ where: { userId: leaving.id } })).toBe(0);
    expect(await db().trustedDevice.count({ where: { userId: leaving.id } })).toBe(0);
    expect(await eventsOf(leaving.id, "login_held")).toHaveLength(1);
  });

  it("cannot be opened by a registration with its email", async () => {
    const leaving = await leave();
    const asked = await beginRegistration({ ...newPerson(), email: leaving.email });
    const answer = await handIn(await inbox.latestCode(leaving.email), asked);
    expect(answer).toMatchObject({ ok: false, error: "ACCOUNT_PENDING_DELETION" });
    expect(await db().user.count({ where: { email: leaving.email } })).toBe(1);
  });

  it("accepts no passkey: a valid signature asks whether to keep the account, and a replay does nothing", async () => {
    const { session, user, passkey } = await memberWithPasskey(5);
    await proveNow(session, "delete-account");
    expect(await askForDeletion(session, visitor)).toMatchObject({ ok: true });
    const browser = newBrowser();
    const answer = passkey.sign(await loginOptions(browser), { counter: 6 });
    const held = await completePasskeyLogin(answer, browser, visitor);
    expect(held).toMatchObject({ ok: false, error: "ACCOUNT_PENDING_DELETION" });
    expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
    expect(await completePasskeyLogin(answer, browser, visitor)).toEqual({ ok: false, error: "PASSKEY_REFUSED" });
    const copy = passkey.sign(await loginOptions(browser), { counter: 6 });
    expect(await completePasskeyLogin(copy, browser, visitor)).toMatchObject({ ok: false, error: "PASSKEY_REFUSED" });
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toHaveLength(1);
  });

  it("gets the same answer as any disabled account if it is disabled too", async () => {
    const leaving = await leave();
    await db().user.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } });
    const asked = await beginLogin(leaving.email);
    await inbox.messages({ to: leaving.email });
    await db().challenge.update({ where: { id: asked.challengeId }, data: { provenAt: new Date() } });
    expect(await handIn("000000", asked)).toEqual({ ok: false, error: "ACCOUNT_DISABLED" });
  });

  it("has no valid session, whatever the table contains", async () => {
    const leaving = await leave();
    const sessionToken = `left-behind-${leaving.id}`;
    await db().session.create({
      data: { userId: leaving.id, sessionToken, method: "EMAIL_CODE", expires: new Date(Date.now() + dayMs) },
    });
    expect(await findLiveSession(sessionToken)).toBeNull();
  });
});

describe("the link that keeps an account", () => {
  it("shows the due date, and viewing it changes nothing (R38)", async () => {
    const leaving = await leave();
    const dueAt = new Date(leaving.deletionAskedAt.getTime() + 7 * dayMs);
    for (let look = 0; look < 3; look++) {
      expect(await findAccountToKeep(makeKeepToken(leaving))).toEqual({ state: "LEAVING", dueAt, isDisabled: false });
    }
    expect((await rowOf(leaving.id)).deletionAskedAt).toEqual(leaving.deletionAskedAt);
  });

  it("pressed ten times at once keeps it once, and logins work again", async () => {
    const leaving = await leave();
    const token = makeKeepToken(leaving);
    const kept = await Promise.all(Array.from({ length: 10 }, () => keepAccount(token, visitor)));
    expect(kept.filter((isKept) => isKept)).toHaveLength(1);
    expect(await eventsOf(leaving.id, "deletion_undone")).toHaveLength(1);
    expect(await findAccountToKeep(token)).toEqual({ state: "KEPT", isDisabled: false });
    expect(await logIn(leaving.email)).toMatchObject({ userId: leaving.id });
  });

  it("keeps a disabled account, says that it is disabled, and gives no access", async () => {
    const leaving = await leave();
    const token = makeKeepToken(leaving);
    await db().user.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } });
    expect(await findAccountToKeep(token)).toMatchObject({ state: "LEAVING", isDisabled: true });
    expect(await keepAccount(token, visitor)).toBe(true);
    expect(await findAccountToKeep(token)).toEqual({ state: "KEPT", isDisabled: true });
    const asked = await beginLogin(leaving.email);
    await db().challenge.update({ where: { id: asked.challengeId }, data: { provenAt: new Date() } });
    expect(await handIn("000000", asked)).toEqual({ ok: false, error: "ACCOUNT_DISABLED" });
  });

  it("does not log in with the code that led to the question, which needs a new code", async () => {
    const leaving = await leave();
    const asked = await beginLogin(leaving.email);
    const code = await inbox.latestCode(leaving.email);
    const held = await handIn(code, asked);
    expect(await handIn(code, asked)).toEqual(held);
    expect(await keepAccount(makeKeepToken(leaving), visitor)).toBe(true);
    for (const typed of [code, "000000"])
      expect(await handIn(typed, asked)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    expect(await db().session.count({ where: { userId: leaving.id } })).toBe(0);
  });

  it("does not undo a later request", async () => {
    const leaving = await leave();
    const token = makeKeepToken(leaving);
    await keepAccount(token, visitor);
    const later = new Date(leaving.deletionAskedAt.getTime() + 1);
    await db().user.update({ where: { id: leaving.id }, data: { deletionAskedAt: later } });
    expect(await findAccountToKeep(token)).toBeNull();
    expect(await keepAccount(token, visitor)).toBe(false);
    expect((await rowOf(leaving.id)).deletionAskedAt).toEqual(later);
  });

  it("does not work after a change of email", async () => {
    const leaving = await leave();
    await db().user.update({ where: { id: leaving.id }, data: { email: newPerson().email } });
    expect(await findAccountToKeep(makeKeepToken(leaving))).toBeNull();
    expect(await keepAccount(makeKeepToken(leaving), visitor)).toBe(false);
    expect((await rowOf(leaving.id)).deletionAskedAt).toEqual(leaving.deletionAskedAt);
  });
});

async function pendingDeletionSoon() {
  const user = await createUser();
  const session = await openTestSession(user.id);
  await proveNow(session, "delete-account");
  return { user, session };
}

async function leave() {
  const { session } = await pendingDeletionSoon();
  const asked = await askForDeletion(session, visitor);
  if (!asked.ok) throw new Error(asked.error);
  return asked.value;
}

async function rowOf(id: string) {
  return await db().user.findUniqueOrThrow({ where: { id } });
}
