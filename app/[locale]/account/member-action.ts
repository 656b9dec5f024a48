import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { recoveryCodePath } from "@/app/[locale]/_step-up/recovery-code-request";
import { requireSession } from "@/lib/auth/access/access-rules";
import { ensureChallengeKey } from "@/lib/auth/device/trusted-device";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { startStepUp } from "@/lib/auth/step-up/start-step-up";
import { type FormActionOptions, formAction } from "@/lib/http/form-action";
import type { OwnPage } from "@/lib/http/too-many-requests";
import { readVisitor, type Visitor } from "@/lib/http/visitor";
import type { CodeAction } from "@/lib/step-up/sensitive-actions";

/**
 * Runs what a form on a member's own page does, with the member's session. A visitor without one is led to the login and
 * back to `options.back`. Limits and outages are answered as `formAction` does.
 */
export async function memberAction<State>(
  options: FormActionOptions<State> & { back: OwnPage },
  run: (session: LiveSession, visitor: Visitor) => Promise<State>,
): Promise<State> {
  return await formAction(options, async () => run(await requireSession(options.back), readVisitor(await headers())));
}

/**
 * Sends a code for a sensitive action, and leads to the page that takes it; the person comes back to `path`. Who has switched codes
 * off is led to the page that takes a recovery code, which works without JavaScript, too.
 */
export async function leaveForCode(session: LiveSession, act: CodeAction, path: OwnPage): Promise<never> {
  if (session.user.passkeysOnlyAt !== null) redirect(recoveryCodePath(act, path));
  const asker = { challengeKey: await ensureChallengeKey(), visitor: readVisitor(await headers()) };
  const started = await formAction({ back: path }, () => startStepUp(session, act, path, asker));
  after(started.deliver);
  redirect(`/otp/${started.challengeId}`);
}
