import { randomInt } from "node:crypto";
import { resendCode } from "@/lib/auth/challenge/resend-code";
import type { CodeChannel } from "@/lib/code-channels";
import { db } from "@/lib/db/client";
import type { Role } from "@/lib/users/roles";
import { asking, beginLogin, createUser, letTimePass, newPerson } from "./login-parts";

export type Login = Awaited<ReturnType<typeof beginLogin>>;

/** German and unique. Tests of a block's limit use another prefix. */
export function newPhone(prefix = "+49151"): string {
  return `${prefix}${String(randomInt(1_0000_0000)).padStart(8, "0")}`;
}

export async function createPhoneOwner(change: { phone?: string; role?: Role; disabledAt?: Date } = {}) {
  const { role = "CUSTOMER", phone = newPhone(), ...rest } = change;
  const user = await createUser({ ...newPerson(), phone }, { phoneVerified: new Date(), ...rest });
  if (role !== "CUSTOMER") await db().user.update({ where: { id: user.id }, data: { role } });
  return user;
}

/** After the wait. */
export async function askAgain({ challengeId, browser }: Login, channel: CodeChannel) {
  await waitForResend(challengeId);
  const resent = await resendCode(challengeId, asking(browser), channel);
  if (!resent.ok) throw new Error(resent.error);
  return resent.value;
}

/** And waits until it can be compared. */
export async function askByPhone(login: Login, channel: CodeChannel = "sms"): Promise<Login> {
  const { deliver } = await askAgain(login, channel);
  await deliver();
  await letTimePass(login.challengeId);
  return login;
}

export async function beginPhoneLogin(email: string, channel: CodeChannel = "sms"): Promise<Login> {
  return await askByPhone(await beginLogin(email), channel);
}

async function waitForResend(id: string) {
  await db().$executeRaw`
    UPDATE "Challenge" SET "lastSentAt" = "lastSentAt" - interval '90 seconds',
      "phoneSentAt" = "phoneSentAt" - interval '90 seconds' WHERE "id" = ${id}`;
}
