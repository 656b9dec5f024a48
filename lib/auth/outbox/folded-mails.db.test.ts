import { expect, it, vi } from "vitest";
import { exportOwnData } from "@/lib/auth/account/export-own-data";
import { completePasskeyLogin } from "@/lib/auth/login/complete-passkey-login";
import { makeRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { db } from "@/lib/db/client";
import { exhaust, forget } from "@/lib/limits/consume";
import { inbox, newBrowser, visitor } from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { loginOptions, memberWithPasskey, openTestSession, proveNow } from "@/test/passkey-parts";

const lastSentence = "we send no more than three";

async function mailsOf(userId: string, kind: string) {
  return await db().outboxMail.findMany({ where: { userId, kind }, orderBy: { createdAt: "asc" } });
}

it("twenty logins from new browsers send three emails, and the third says that it is the last one (R34)", async () => {
  const { passkey, user } = await memberWithPasskey();
  for (let login = 0; login < 20; login++) {
    const browser = newBrowser();
    const finished = await completePasskeyLogin(passkey.sign(await loginOptions(browser)), browser, visitor);
    expect(finished.ok).toBe(true);
  }
  expect(await mailsOf(user.id, "new-browser")).toHaveLength(3);
  await sendMailsOf(user.id);
  const mails = await inbox.messages({ to: user.email, subject: "New login" });
  expect(mails).toHaveLength(3);
  expect(mails.filter(({ text, html }) => text?.includes(lastSentence) && html?.includes(lastSentence))).toHaveLength(
    1,
  );
});

it("an hour after the first email the next login is reported again", async () => {
  const { passkey, user } = await memberWithPasskey();
  const logIn = async () => {
    const browser = newBrowser();
    await completePasskeyLogin(passkey.sign(await loginOptions(browser)), browser, visitor);
  };
  for (let login = 0; login < 4; login++) await logIn();
  const [first] = await mailsOf(user.id, "new-browser");
  const createdAt = new Date(Date.now() - 61 * 60_000);
  await db().outboxMail.update({ where: { id: first?.id ?? "" }, data: { createdAt } });
  await logIn();
  await logIn();
  expect(await mailsOf(user.id, "new-browser")).toHaveLength(4);
});

it("downloads of all data and new recovery codes are folded separately", async () => {
  const session = await openTestSession();
  for (let time = 0; time < 6; time++) {
    await proveNow(session, "export-data");
    await proveNow(session, "make-recovery-codes");
    expect((await exportOwnData(session, visitor)).ok).toBe(true);
    expect((await makeRecoveryCodes(session, visitor)).ok).toBe(true);
  }
  const exports = await mailsOf(session.user.id, "profile");
  const codes = await mailsOf(session.user.id, "recovery-codes");
  expect(exports.map(({ facts }) => (facts as { isLast?: boolean }).isLast)).toEqual([undefined, undefined, true]);
  expect(codes.map(({ facts }) => (facts as { isLast?: boolean }).isLast)).toEqual([undefined, undefined, true]);
});

it("beyond the daily budget a mail is still sent, and log and audit trail record it once (R34)", async () => {
  const charge = { policy: "notice.all.day", subject: "all" } as const;
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const entries = async () => {
    const rows = await db().auditEvent.findMany({ where: { name: "limit_reached" } });
    return rows.filter(({ details }) => (details as { policy?: string }).policy === charge.policy).length;
  };
  const before = await entries();
  await exhaust(charge, 3_600);
  try {
    const { user } = await memberWithPasskey();
    await sendMailsOf(user.id);
    expect(await inbox.messages({ to: user.email })).not.toEqual([]);
    const other = await memberWithPasskey();
    await sendMailsOf(other.user.id);
    expect(await entries()).toBe(before + 1);
    expect(log.mock.calls.flat().filter((line) => String(line).includes("mail_budget_exceeded"))).toHaveLength(1);
  } finally {
    log.mockRestore();
    await forget([charge]);
  }
});
