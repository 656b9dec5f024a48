import { switchCodesOff } from "@/lib/auth/passkeys/switch-codes";
import { makeRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { finishPasskeyStepUp } from "@/lib/auth/step-up/finish-step-up";
import { startPasskeyStepUp } from "@/lib/auth/step-up/start-step-up";
import { db } from "@/lib/db/client";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";
import { visitor } from "./login-parts";
import { memberWithPasskey, proveNow } from "./passkey-parts";

type Member = Awaited<ReturnType<typeof memberWithPasskey>>;

const dayMs = 24 * 60 * 60_000;

export async function confirmByPasskey({ session, browser, passkey }: Member, act: SensitiveAction) {
  const { challengeKey } = browser;
  const answer = passkey.sign(await startPasskeyStepUp(session, act, challengeKey));
  const proven = await finishPasskeyStepUp(answer, act, session, challengeKey, visitor);
  if (!proven.ok) throw new Error(proven.error);
}

export async function switchOff(member: Member) {
  await confirmByPasskey(member, "switch-codes-off");
  const switched = await switchCodesOff(member.session, visitor);
  if (!switched.ok) throw new Error(switched.error);
}

export async function passkeysOnlyMember({ daysAgo = 0, withCodes = false } = {}) {
  const member = await memberWithPasskey();
  let recoveryCodes: string[] = [];
  if (withCodes) {
    await proveNow(member.session, "make-recovery-codes");
    const made = await makeRecoveryCodes(member.session, visitor);
    if (made.ok) recoveryCodes = made.value.codes;
  }
  await switchOff(member);
  if (daysAgo > 0) {
    const at = new Date(Date.now() - daysAgo * dayMs);
    await db().user.update({ where: { id: member.user.id }, data: { passkeysOnlyAt: at } });
    await db().authenticator.updateMany({ where: { userId: member.user.id }, data: { createdAt: at } });
  }
  return { ...member, recoveryCodes };
}

export async function areCodesOff(userId: string): Promise<boolean> {
  return (await db().user.count({ where: { id: userId, passkeysOnlyAt: { not: null } } })) > 0;
}
