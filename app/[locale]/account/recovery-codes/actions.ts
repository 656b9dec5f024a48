"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { leaveForCode } from "@/app/[locale]/account/leave-for-code";
import { leaveAtLimit } from "@/app/[locale]/leave-at-limit";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { makeRecoveryCodes, readRecoveryCodesProof } from "@/lib/auth/recovery-codes/recovery-codes";
import { readVisitor } from "@/lib/http/visitor";

const path = "/account/recovery-codes";

/** The codes just made, for the one page that shows them. */
export type ShownCodes = { codes: string[] };

/**
 * Makes ten codes and gives them to the page, this once, if this session has just proven itself for that; else asks for
 * a code from the mail first. They travel in the answer to this POST, which nothing keeps, and never in an address.
 */
export async function makeRecoveryCodesAction(_previous: unknown, _form: FormData): Promise<ShownCodes> {
  const session = await requireSession(path);
  const visitor = readVisitor(await headers());
  const made = await orUnavailable(() => makeRecoveryCodes(session, visitor)).catch((error) =>
    leaveAtLimit(error, path),
  );
  if (made.ok) {
    const { codes } = made.value;
    // Else whoever comes back by the browser's button reads that there are none.
    revalidatePath(path);
    after(sendDueMails);
    return { codes };
  }
  const { needsPasskey } = await orUnavailable(() => readRecoveryCodesProof(session));
  if (needsPasskey) redirect(`${path}?notice=RECOVERY_CODES_NEED_PASSKEY`);
  return await leaveForCode(session, "make-recovery-codes", path);
}
