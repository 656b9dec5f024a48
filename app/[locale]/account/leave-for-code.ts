import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { recoveryProofPath } from "@/app/[locale]/_step-up/recovery-proof-path";
import { leaveAtLimit } from "@/app/[locale]/leave-at-limit";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { ensureChallengeKey } from "@/lib/auth/device/trusted-device";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { startStepUp } from "@/lib/auth/step-up/start-step-up";
import type { OwnPage } from "@/lib/http/too-many-requests";
import { readVisitor } from "@/lib/http/visitor";
import type { CodeAct } from "@/lib/step-up/sensitive-actions";

/**
 * Sends a code for an act, and leads to the page that takes it; the person comes back to `path`. Who has switched codes
 * off is led to the page that takes a recovery code, which works without JavaScript, too.
 */
export async function leaveForCode(session: LiveSession, act: CodeAct, path: OwnPage): Promise<never> {
  if (session.user.passkeysOnlyAt !== null) redirect(recoveryProofPath(act, path));
  const asker = { challengeKey: await ensureChallengeKey(), visitor: readVisitor(await headers()) };
  const started = await orUnavailable(() => startStepUp(session, act, path, asker)).catch((error) =>
    leaveAtLimit(error, path),
  );
  after(started.deliver);
  redirect(`/otp/${started.challengeId}`);
}
