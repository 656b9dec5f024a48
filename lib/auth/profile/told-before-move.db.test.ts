import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findWaitingMove } from "@/lib/auth/account/complete-email-change";
import { db } from "@/lib/db/client";
import { outboxKey } from "@/lib/mail/outbox";
import { makeUndoEmailToken } from "@/lib/signed-link/account-links";
import { deleteUserRows } from "@/lib/users/end-access";
import { createUser, inbox } from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { eventsOf, openTestSession } from "@/test/passkey-parts";
import { askToMove, handInMove } from "@/test/profile-parts";
import { findEmailChange, undoEmailChange } from "./undo-email-change";

const visitor = { ip: null, userAgent: null, locale: "en" } as const;

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await db().providerHealth.deleteMany({ where: { provider: "sendgrid" } });
});

afterEach(async () => {
  await inbox.clearFaults();
});

const emailOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).email;

/** Hands in the right code while SendGrid answers the mail to the old address in this way. */
async function moveWhile(action: { status?: number; delayMs?: number }, times?: number) {
  const asked = await askToMove();
  const { id: userId, email: oldEmail } = asked.session.user;
  await inbox.addFault({ match: { to: oldEmail, path: "/mail/send$", ...(times ? { times } : {}) }, action });
  const moved = await handInMove(asked, await inbox.latestCode(asked.address));
  return { ...asked, userId, oldEmail, newEmail: asked.address, moved };
}

async function waitingMove() {
  const waiting = await moveWhile({ status: 503 }, 1);
  if (!waiting.moved.ok) throw new Error(waiting.moved.error);
  const { changeId } = waiting.moved.value;
  const key = outboxKey("own-email-left", changeId);
  return { ...waiting, changeId, key };
}

/** Sends the mail to the old address again. */
async function tryAgain({ key, userId }: { key: string; userId: string }) {
  await db().outboxMail.update({ where: { key }, data: { dueAt: new Date(0) } });
  await sendMailsOf(userId);
}

describe("a move to another email", () => {
  it("waits after one 503, and is made when SendGrid accepts the mail to the old address (R33)", async () => {
    const waiting = await waitingMove();
    const { userId, oldEmail, newEmail } = waiting;
    expect(waiting.moved).toMatchObject({ ok: true, value: { state: "WAITING" } });
    expect(await emailOf(userId)).toBe(oldEmail);
    expect(await findWaitingMove(userId)).toBe(newEmail);
    expect(await inbox.messages({ to: newEmail, subject: "This is now your account's address" })).toEqual([]);
    expect(await eventsOf(userId, "email_changed")).toEqual([]);
    await tryAgain(waiting);
    expect(await emailOf(userId)).toBe(newEmail);
    expect(await findWaitingMove(userId)).toBeNull();
    const [mail] = await inbox.messages({ to: oldEmail, subject: "Your email address was changed" });
    const token = /undo-email\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
    expect(await inbox.messages({ to: newEmail, subject: "This is now your account's address" })).toHaveLength(1);
    expect(await eventsOf(userId, "email_changed")).toHaveLength(1);
    expect(await undoEmailChange(token, visitor)).toBe(true);
    expect(await emailOf(userId)).toBe(oldEmail);
  });

  it("waits when SendGrid does not answer in time", async () => {
    const { moved, userId, oldEmail } = await moveWhile({ status: 503, delayMs: 7_000 }, 1);
    expect(moved).toMatchObject({ ok: true, value: { state: "WAITING" } });
    expect(await emailOf(userId)).toBe(oldEmail);
  });

  it("is given up when SendGrid fails for a day", async () => {
    const waiting = await moveWhile({ status: 503 });
    if (!waiting.moved.ok) throw new Error(waiting.moved.error);
    const key = outboxKey("own-email-left", waiting.moved.value.changeId);
    await db().outboxMail.update({ where: { key }, data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
    await tryAgain({ key, userId: waiting.userId });
    await inbox.clearFaults();
    expect(await db().outboxMail.findUniqueOrThrow({ where: { key } })).toMatchObject({ failedAt: expect.any(Date) });
    expect(await emailOf(waiting.userId)).toBe(waiting.oldEmail);
    expect(await findWaitingMove(waiting.userId)).toBeNull();
  });

  it("is refused when SendGrid refuses the old address (R33)", async () => {
    const { moved, userId, oldEmail } = await moveWhile({ status: 400 });
    expect(moved).toMatchObject({ ok: true, value: { state: "OLD_EMAIL_REFUSED" } });
    expect(await emailOf(userId)).toBe(oldEmail);
    expect(await db().emailChange.count({ where: { userId } })).toBe(0);
    expect(await eventsOf(userId, "profile_change_alerted")).toEqual([
      expect.objectContaining({ details: { act: "email", isSent: false } }),
    ]);
  });

  it("is stopped while waiting if the requesting session ends (R33)", async () => {
    const waiting = await waitingMove();
    await db().session.delete({ where: { id: waiting.session.id } });
    await tryAgain(waiting);
    expect(await emailOf(waiting.userId)).toBe(waiting.oldEmail);
    expect(await db().emailChange.count({ where: { userId: waiting.userId } })).toBe(0);
  });

  it("is stopped while waiting by the link in the mail to the old address", async () => {
    const waiting = await waitingMove();
    const token = makeUndoEmailToken(waiting.changeId);
    expect(await findEmailChange(token)).toMatchObject({ state: "CHANGED" });
    expect(await undoEmailChange(token, visitor)).toBe(true);
    await tryAgain(waiting);
    expect(await emailOf(waiting.userId)).toBe(waiting.oldEmail);
    expect(await inbox.messages({ to: waiting.newEmail, subject: "no longer in use" })).toEqual([]);
  });

  it("is not made after waiting if the account was disabled or has a pending deletion", async () => {
    for (const data of [{ disabledAt: new Date() }, { deletionAskedAt: new Date() }]) {
      const waiting = await waitingMove();
      await db().user.update({ where: { id: waiting.userId }, data });
      await tryAgain(waiting);
      expect(await emailOf(waiting.userId)).toBe(waiting.oldEmail);
    }
  });

  it("is stopped while waiting if another person registers the new address", async () => {
    const waiting = await waitingMove();
    await createUser({ username: `r${Date.now()}`, email: waiting.newEmail, phone: "+14155552671" });
    await tryAgain(waiting);
    expect(await emailOf(waiting.userId)).toBe(waiting.oldEmail);
    expect(await findWaitingMove(waiting.userId)).toBeNull();
    expect(await db().outboxMail.findUniqueOrThrow({ where: { key: waiting.key } })).toMatchObject({
      acceptedAt: expect.any(Date),
    });
  });

  it("is replaced while waiting by a newer one, and its mail is not sent", async () => {
    const waiting = await waitingMove();
    const again = await askToMove(waiting.session);
    const moved = await handInMove(again, await inbox.latestCode(again.address));
    expect(moved).toMatchObject({ ok: true, value: { state: "MOVED" } });
    expect(await emailOf(waiting.userId)).toBe(again.address);
    expect(await db().outboxMail.count({ where: { key: waiting.key } })).toBe(0);
  });

  it("reserves its new address while waiting", async () => {
    const waiting = await waitingMove();
    const other = await askToMove(await openTestSession(), waiting.newEmail);
    expect(await handInMove(other, await inbox.latestCode(waiting.newEmail))).toEqual({
      ok: false,
      error: "EMAIL_TAKEN",
    });
  });

  it("either happens or is lost with its user's deletion at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const waiting = await waitingMove();
      const { userId, oldEmail } = waiting;
      await db().outboxMail.update({ where: { key: waiting.key }, data: { dueAt: new Date(0) } });
      const remove = db().$transaction((transaction) => deleteUserRows(transaction, { id: userId, email: oldEmail }));
      await Promise.all([sendMailsOf(userId), remove]);
      expect(await db().user.count({ where: { id: userId } })).toBe(0);
      expect(await db().emailChange.count({ where: { userId } })).toBe(0);
    }
  });
});
