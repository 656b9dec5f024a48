import { redirect } from "next/navigation";
import { leaveForCode } from "@/app/[locale]/account/leave-for-code";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { readProfileProof } from "@/lib/auth/profile/re-authenticate";
import type { ProfileAct } from "@/lib/step-up/sensitive-actions";

/** Comes back to the page, which has the field once this session has proven itself for it; else asks for a code. */
export async function proveBeforeChange(change: ProfileAct, path: "/account/email" | "/account/phone"): Promise<void> {
  const session = await requireSession(path);
  const { isProven, needsPasskey } = await orUnavailable(() => readProfileProof(session, change));
  if (isProven) redirect(path);
  if (needsPasskey) redirect(`${path}?notice=PROFILE_PROOF_NEEDED`);
  await leaveForCode(session, change, path);
}
