"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { leaveForCode, memberAction } from "@/app/[locale]/account/member-action";
import { readReauthentication } from "@/lib/auth/access/change-in-session";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { makeRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";

const path = "/account/recovery-codes";

/** Shown once. */
export type ShownCodes = { codes: string[] };

/** Makes ten codes after re-authentication. They travel only in this uncached answer. */
export async function makeRecoveryCodesAction(_previous: unknown, _form: FormData): Promise<ShownCodes> {
  return await memberAction({ back: path }, async (session, visitor) => {
    const made = await makeRecoveryCodes(session, visitor);
    if (made.ok) {
      const { codes } = made.value;
      // Otherwise the Back button would show that there are none.
      revalidatePath(path);
      after(sendDueMails);
      return { codes };
    }
    const { needsPasskey } = await readReauthentication(session, "make-recovery-codes");
    if (needsPasskey) redirect(`${path}?notice=RECOVERY_CODES_NEED_PASSKEY`);
    return await leaveForCode(session, "make-recovery-codes", path);
  });
}
