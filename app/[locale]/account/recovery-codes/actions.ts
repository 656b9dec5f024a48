"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { leaveForCode, memberAction } from "@/app/[locale]/account/member-action";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { makeRecoveryCodes, readRecoveryCodesReauthentication } from "@/lib/auth/recovery-codes/recovery-codes";

const path = "/account/recovery-codes";

/** The codes just made, for the one page that shows them. */
export type ShownCodes = { codes: string[] };

/**
 * Makes ten codes and gives them to the page, this once, if this session has just proven itself for that; else asks for
 * a code from the mail first. They travel in the answer to this POST, which nothing keeps, and never in an address.
 */
export async function makeRecoveryCodesAction(_previous: unknown, _form: FormData): Promise<ShownCodes> {
  return await memberAction({ back: path }, async (session, visitor) => {
    const made = await makeRecoveryCodes(session, visitor);
    if (made.ok) {
      const { codes } = made.value;
      // Else whoever comes back by the browser's button reads that there are none.
      revalidatePath(path);
      after(sendDueMails);
      return { codes };
    }
    const { needsPasskey } = await readRecoveryCodesReauthentication(session);
    if (needsPasskey) redirect(`${path}?notice=RECOVERY_CODES_NEED_PASSKEY`);
    return await leaveForCode(session, "make-recovery-codes", path);
  });
}
