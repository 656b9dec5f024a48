import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { recoveryCodePath } from "@/app/[locale]/_step-up/step-up-method";
import { requireSession } from "@/lib/auth/access/access-rules";
import { ensureChallengeKey } from "@/lib/auth/device/trusted-device";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { startStepUp } from "@/lib/auth/step-up/start-step-up";
import { type FormActionOptions, formAction } from "@/lib/http/form-action";
import type { OwnPage } from "@/lib/http/too-many-requests";
import { readVisitor, type Visitor } from "@/lib/http/visitor";
import type { CodeAction } from "@/lib/step-up/sensitive-actions";

/** Runs a form with the member's session; else redirects to the login. Errors as `formAction`. */
export async function memberAction<State>(
  options: FormActionOptions<State> & { back: OwnPage },
  run: (session: LiveSession, visitor: Visitor) => Promise<State>,
): Promise<State> {
  return await formAction(options, async () => run(await requireSession(options.back), readVisitor(await headers())));
}

/** Sends a code and leads to its page; without codes, to the page for a recovery code. */
export async function leaveForCode(session: LiveSession, act: CodeAction, path: OwnPage): Promise<never> {
  if (session.user.passkeysOnlyAt !== null) redirect(recoveryCodePath(act, path));
  const asker = { challengeKey: await ensureChallengeKey(), visitor: readVisitor(await headers()) };
  const started = await formAction({ back: path }, () => startStepUp(session, act, path, asker));
  after(started.deliver);
  redirect(`/otp/${started.challengeId}`);
}
