import { describe, expect, it } from "vitest";
import { askForDeletion } from "@/lib/auth/account/ask-for-deletion";
import { makeRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { findLiveSession, type LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { makeUndoEmailToken } from "@/lib/signed-link/account-links";
import { forgeToken } from "@/test/forge-token";
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
import { addPasskeyTo, eventsOf, openTestSession, proveNow } from "@/test/passkey-parts";
import { askToMove, handInMove, moveTo, verifyPhone } from "@/test/profile-parts";
import { logInByCode, memberWithCodes, refusedCode } from "@/test/recovery-parts";
import { findEmailChange, undoEmailChange } from "./undo-email-change";

const dayMs = 24 * 60 * 60_000;

describe("the link that undoes a move to another email", () => {
  it("shows until when it works, and viewing it changes nothing (R38)", async () => {
    const { moved } = await moveTo();
    const { at } = await db().emailChange.findUniqueOrThrow({ where: { id: moved.changeId } });
    const until = new Date(at.getTime() + 7 * dayMs);
    for (let look = 0; look < 3; look++) {
      expect(await findEmailChange(moved.undoToken)).toEqual({ state: "CHANGED", at, until });
    }
    expect((await rowOf(moved.userId)).email).toBe(moved.newEmail);
  });

  it("restores the address, and ends every session and trusted device", async () => {
    const { moved } = await moveTo();
    const thief = await logIn(moved.newEmail);
    expect(await undoEmailChange(moved.undoToken, visitor)).toBe(true);
    expect((await rowOf(moved.userId)).email).toBe(moved.oldEmail);
    expect(await findLiveSession(thief.sid)).toBeNull();
    expect(await db().session.count({ where: { userId: moved.userId } })).toBe(0);
    expect(await db().trustedDevice.count({ where: { userId: moved.userId } })).toBe(0);
    expect(await findEmailChange(moved.undoToken)).toEqual({ state: "UNDONE" });
    expect(await eventsOf(moved.userId, "email_change_undone")).toHaveLength(1);
    expect(await logIn(moved.oldEmail)).toMatchObject({ userId: moved.userId });
  });

  it("restores the address after a second move, a new passkey or phone, or a deletion request by a thief (R33)", async () => {
    const { session, moved } = await moveTo();
    const { sid } = await logIn(moved.newEmail);
    const thief = await findLiveSession(sid);
    if (thief === null) throw new Error("The thief is not in.");
    await addPasskeyTo(thief, newBrowser());
    await verifyPhone(thief);
    const second = await moveTo(thief);
    const { sid: last } = await logIn(second.moved.newEmail);
    const leaving = await findLiveSession(last);
    if (leaving === null) throw new Error("The thief is not in.");
    await proveNow(leaving, "delete-account");
    expect(await askForDeletion(leaving, visitor)).toMatchObject({ ok: true });

    expect(await undoEmailChange(moved.undoToken, visitor)).toBe(true);
    expect((await rowOf(session.user.id)).email).toBe(session.user.email);
    expect(await rowOf(moved.userId)).toMatchObject({
      email: session.user.email,
      phoneVerified: null,
      deletionAskedAt: null,
    });
    expect(await db().authenticator.count({ where: { userId: moved.userId } })).toBe(0);
    expect(await findEmailChange(second.moved.undoToken)).toBeNull();
    expect(await undoEmailChange(second.moved.undoToken, visitor)).toBe(false);
    expect((await rowOf(moved.userId)).email).toBe(session.user.email);
  });

  it("invalidates recovery codes made or used since, and keeps them otherwise", async () => {
    const makeCodes = async (session: LiveSession) => {
      await proveNow(session, "make-recovery-codes");
      const made = await makeRecoveryCodes(session, visitor);
      return made.ok ? made.value.codes : [];
    };
    const codesOf = async (userId: string) => await db().recoveryCode.count({ where: { userId } });

    const own = await openTestSession();
    await makeCodes(own);
    await letDaysPass(own.user.id, 8);
    const { moved: untouched } = await moveTo(own);
    await undoEmailChange(untouched.undoToken, visitor);
    expect(await codesOf(untouched.userId)).toBe(10);

    const { moved: made } = await moveTo();
    const thief = await findLiveSession((await logIn(made.newEmail)).sid);
    if (thief === null) throw new Error("The thief is not in.");
    expect(await makeCodes(thief)).toHaveLength(10);
    await undoEmailChange(made.undoToken, visitor);
    expect(await codesOf(made.userId)).toBe(0);

    const owner = await openTestSession();
    await makeCodes(owner);
    await letDaysPass(owner.user.id, 8);
    const { moved: used } = await moveTo(owner);
    const { codeHash } = await db().recoveryCode.findFirstOrThrow({ where: { userId: used.userId } });
    await db().recoveryCode.update({ where: { codeHash }, data: { usedAt: new Date() } });
    await undoEmailChange(used.undoToken, visitor);
    expect(await codesOf(used.userId)).toBe(0);
  });

  it("undoes what a thief prepared in the same session before the move", async () => {
    const { session } = await verifyPhone();
    await addPasskeyTo(session, newBrowser());
    await proveNow(session, "make-recovery-codes");
    expect(await makeRecoveryCodes(session, visitor)).toMatchObject({ ok: true });
    const { moved } = await moveTo(session);
    await undoEmailChange(moved.undoToken, visitor);
    expect(await db().authenticator.count({ where: { userId: moved.userId } })).toBe(0);
    expect(await db().recoveryCode.count({ where: { userId: moved.userId } })).toBe(0);
    expect((await rowOf(moved.userId)).phoneVerified).toBeNull();
  });

  it("invalidates the recovery codes with which a thief logged in and changed the email", async () => {
    const { user, code, second } = await memberWithCodes();
    await letDaysPass(user.id, 30);
    const opened = await logInByCode(user.email, code);
    const thief = opened.ok ? await findLiveSession(opened.value.sid) : null;
    if (thief === null) throw new Error("The thief is not in.");
    const { moved } = await moveTo(thief);
    await undoEmailChange(moved.undoToken, visitor);
    expect(await logInByCode(user.email, second)).toEqual(refusedCode);
  });

  it("stops an account recovery that staff started", async () => {
    const { moved } = await moveTo();
    const begun = { newEmail: newPerson().email, reason: "A story", startedById: moved.userId, startedAt: new Date() };
    await db().accountRecovery.create({ data: { userId: moved.userId, ...begun } });
    await undoEmailChange(moved.undoToken, visitor);
    expect(await db().accountRecovery.count({ where: { userId: moved.userId } })).toBe(0);
    expect(await eventsOf(moved.userId, "recovery_stopped")).toMatchObject([{ details: { by: "link" } }]);
  });

  it("keeps what is more than a week older than the move", async () => {
    const { session } = await verifyPhone();
    await addPasskeyTo(session, newBrowser());
    await letDaysPass(session.user.id, 8);
    const { moved } = await moveTo(session);
    await undoEmailChange(moved.undoToken, visitor);
    expect(await db().authenticator.count({ where: { userId: moved.userId } })).toBe(1);
    expect((await rowOf(moved.userId)).phoneVerified).not.toBeNull();
  });

  it("of a later move undoes only that one", async () => {
    const first = await moveTo();
    const live = await logIn(first.moved.newEmail);
    const session = await findLiveSession(live.sid);
    if (session === null) throw new Error("The new session is not alive.");
    const second = await moveTo(session);
    expect(await undoEmailChange(second.moved.undoToken, visitor)).toBe(true);
    expect((await rowOf(first.moved.userId)).email).toBe(first.moved.newEmail);
    expect(await undoEmailChange(first.moved.undoToken, visitor)).toBe(true);
    expect((await rowOf(first.moved.userId)).email).toBe(first.moved.oldEmail);
  });

  it("pressed ten times at once undoes once", async () => {
    const { moved } = await moveTo();
    const undone = await Promise.all(Array.from({ length: 10 }, () => undoEmailChange(moved.undoToken, visitor)));
    expect(undone.filter(Boolean)).toHaveLength(1);
    expect(await eventsOf(moved.userId, "email_change_undone")).toHaveLength(1);
  });

  it("pressed during the thief's next move leaves the account at the old address (R33)", async () => {
    for (let round = 0; round < 3; round++) {
      const { moved } = await moveTo();
      const { sid } = await logIn(moved.newEmail);
      const thief = await findLiveSession(sid);
      if (thief === null) throw new Error("The thief is not in.");
      const asked = await askToMove(thief);
      const code = await inbox.latestCode(asked.address);
      await Promise.all([handInMove(asked, code), undoEmailChange(moved.undoToken, visitor)]);
      expect((await rowOf(moved.userId)).email).toBe(moved.oldEmail);
      expect(await db().session.count({ where: { userId: moved.userId } })).toBe(0);
    }
  });

  it("pressed while the thief logs in leaves no session", async () => {
    for (let round = 0; round < 3; round++) {
      const { moved } = await moveTo();
      const asked = await beginLogin(moved.newEmail);
      const code = await inbox.latestCode(moved.newEmail);
      await Promise.all([handIn(code, asked), undoEmailChange(moved.undoToken, visitor)]);
      expect(await db().session.count({ where: { userId: moved.userId } })).toBe(0);
    }
  });

  it("does not work after seven days", async () => {
    const { moved } = await moveTo();
    await age(moved.userId, 7 * dayMs);
    expect(await findEmailChange(moved.undoToken)).toBeNull();
    expect(await undoEmailChange(moved.undoToken, visitor)).toBe(false);
    expect((await rowOf(moved.userId)).email).toBe(moved.newEmail);
  });

  it("is accepted only with its own signature, not with another change's ID", async () => {
    const { moved } = await moveTo();
    const stranger = makeUndoEmailToken(moved.userId);
    expect(await undoEmailChange(stranger, visitor)).toBe(false);
    expect(await undoEmailChange(forgeToken(moved.undoToken), visitor)).toBe(false);
    expect((await rowOf(moved.userId)).email).toBe(moved.newEmail);
  });

  it("is reported to both addresses, without the other address", async () => {
    const { moved } = await moveTo();
    expect(await undoEmailChange(moved.undoToken, visitor)).toBe(true);
    await sendMailsOf(moved.userId);
    const back = await inbox.waitForMessage({ to: moved.oldEmail, subject: "Your account has this address again" });
    expect(back.text).not.toContain(moved.newEmail);
    const left = await inbox.waitForMessage({ to: moved.newEmail, subject: "This address is no longer in use" });
    expect(left.text).not.toContain(moved.oldEmail);
  });
});

describe("the address that an account left", () => {
  it("is reserved: a registration there creates no account, and says why only after the right code (R16)", async () => {
    const { moved } = await moveTo();
    const asked = await beginRegistration({ ...newPerson(), email: moved.oldEmail });
    const code = await inbox.latestCode(moved.oldEmail);
    expect(await handIn(code, asked)).toEqual({ ok: false, error: "EMAIL_KEPT" });
    expect(await db().user.count({ where: { email: moved.oldEmail } })).toBe(0);
  });

  it("is refused for other accounts, by the page and by the database", async () => {
    const { moved } = await moveTo();
    const asked = await askToMove(undefined, moved.oldEmail);
    const code = await inbox.latestCode(moved.oldEmail);
    expect(await handInMove(asked, code)).toEqual({ ok: false, error: "EMAIL_KEPT" });
    const { id } = await createUser();
    await expect(db().user.update({ where: { id }, data: { email: moved.oldEmail } })).rejects.toThrow();
  });

  it("can be used again by its own account", async () => {
    const { moved } = await moveTo();
    const { sid } = await logIn(moved.newEmail);
    const session = await findLiveSession(sid);
    if (session === null) throw new Error("The new session is not alive.");
    await moveTo(session, moved.oldEmail);
    expect((await rowOf(moved.userId)).email).toBe(moved.oldEmail);
  });

  it("is not given to a registration at the same moment (R33)", async () => {
    for (let round = 0; round < 3; round++) {
      const session = await openTestSession();
      const asked = await askToMove(session);
      const code = await inbox.latestCode(asked.address);
      const registering = { ...newPerson(), email: session.user.email };
      const register = () =>
        db()
          .user.create({ data: { ...registering, usernameKey: registering.username } })
          .catch(() => null);
      const [, made] = await Promise.all([handInMove(asked, code), register()]);
      expect(made).toBeNull();
      expect((await rowOf(session.user.id)).email).toBe(asked.address);
    }
  });

  it("is free after seven days", async () => {
    const { moved } = await moveTo();
    await age(moved.userId, 7 * dayMs);
    const asked = await beginRegistration({ ...newPerson(), email: moved.oldEmail });
    expect(await handIn(await inbox.latestCode(moved.oldEmail), asked)).toMatchObject({ ok: true });
  });
});

/** As if whatever the user has were from so many days ago. */
async function letDaysPass(userId: string, days: number) {
  const earlier = new Date(Date.now() - days * dayMs);
  await db().authenticator.updateMany({ where: { userId }, data: { createdAt: earlier } });
  await db().recoveryCode.updateMany({ where: { userId }, data: { createdAt: earlier } });
  await db().user.updateMany({ where: { id: userId, phoneVerified: { not: null } }, data: { phoneVerified: earlier } });
}

async function rowOf(id: string) {
  return await db().user.findUniqueOrThrow({ where: { id } });
}

async function age(userId: string, ms: number): Promise<void> {
  const change = await db().emailChange.findFirstOrThrow({ where: { userId } });
  const earlier = (date: Date) => new Date(date.getTime() - ms - 1_000);
  const data = { at: earlier(change.at), undoableUntil: earlier(change.undoableUntil) };
  await db().emailChange.update({ where: { id: change.id }, data });
}
