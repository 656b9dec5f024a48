import { finishEmailChange, startEmailChange } from "@/lib/auth/profile/change-email";
import { finishPhoneChange, startPhoneChange } from "@/lib/auth/profile/change-phone";
import { undoEmailChange } from "@/lib/auth/profile/undo-email-change";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { makeUndoEmailToken } from "@/lib/signed-link/account-links";
import { makeReportToken } from "@/lib/signed-link/report-token";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";
import { inbox, letTimePass, newBrowser, newPerson, visitor } from "./login-parts";
import { openTestSession, proveNow } from "./passkey-parts";
import { newPhone } from "./phone-parts";

export type Asked = { session: LiveSession; challengeKey: string; challengeId: string; address: string };

/** And waits for it. */
export async function askToMove(
  session?: LiveSession,
  email = newPerson().email,
  act: SensitiveAction = "change-email",
): Promise<Asked> {
  const member = session ?? (await openTestSession());
  await proveNow(member, act);
  const { challengeKey } = newBrowser();
  const started = await startEmailChange(member, email, "/account/email", { challengeKey, visitor });
  if (!started.ok) throw new Error(started.error);
  await started.value.deliver();
  const { challengeId } = started.value;
  await letTimePass(challengeId);
  return { session: member, challengeKey, challengeId, address: email };
}

export async function handInMove({ session, challengeKey, challengeId }: Asked, code: string) {
  return await finishEmailChange({ challengeId, code }, session, { ...newBrowser(), challengeKey }, visitor);
}

export async function moveTo(session?: LiveSession, email?: string) {
  const asked = await askToMove(session, email);
  const moved = await handInMove(asked, await inbox.latestCode(asked.address));
  if (!moved.ok) throw new Error(moved.error);
  const { changeId, state, sid } = moved.value;
  if (state !== "MOVED") throw new Error("The move waits.");
  const { id: userId, email: oldEmail } = asked.session.user;
  const undoToken = makeUndoEmailToken(changeId);
  return { ...asked, moved: { userId, oldEmail, newEmail: asked.address, changeId, undoToken, sid } };
}

/** And waits for it. */
export async function askForText(session?: LiveSession, phone = newPhone()): Promise<Asked> {
  const member = session ?? (await openTestSession());
  await proveNow(member, "change-phone");
  const { challengeKey } = newBrowser();
  const started = await startPhoneChange(member, phone, "/account/phone", { challengeKey, visitor });
  if (!started.ok) throw new Error(started.error);
  if (started.value.kind !== "CODE") throw new Error("No code was sent.");
  await started.value.deliver();
  const { challengeId } = started.value;
  await letTimePass(challengeId);
  return { session: member, challengeKey, challengeId, address: phone };
}

export async function handInText({ session, challengeKey, challengeId }: Asked, code: string) {
  return await finishPhoneChange({ challengeId, code }, session, { ...newBrowser(), challengeKey }, visitor);
}

export async function verifyPhone(session?: LiveSession, phone?: string) {
  const asked = await askForText(session, phone);
  const changed = await handInText(asked, await inbox.latestCode(asked.address));
  if (!changed.ok) throw new Error(changed.error);
  return { ...asked, reportToken: makeReportToken("challenge", asked.challengeId) };
}

/** False if there was nothing to undo. */
export async function undoByMail(undoToken: string): Promise<boolean> {
  return await undoEmailChange(undoToken, visitor);
}
