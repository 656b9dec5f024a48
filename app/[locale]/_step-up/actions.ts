"use server";

import { headers } from "next/headers";
import { after } from "next/server";
import { requireSession } from "@/lib/auth/access/access-rules";
import { ensureChallengeKey, findChallengeKey } from "@/lib/auth/device/trusted-device";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { keepRotatedSession } from "@/lib/auth/session/rotate-session";
import { finishPasskeyStepUp } from "@/lib/auth/step-up/finish-step-up";
import { startPasskeyStepUp } from "@/lib/auth/step-up/start-step-up";
import { formAction } from "@/lib/http/form-action";
import { readVisitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { findSensitiveAction } from "@/lib/step-up/sensitive-actions";

type Problem = { problem: string };

type ProblemCode = "PASSKEY_NOT_ASKED" | "PASSKEY_STEP_UP_REFUSED";

/** `act` can be anything. */
export async function passkeyOptionsAction(
  act: unknown,
): Promise<{ options: Awaited<ReturnType<typeof startPasskeyStepUp>> } | Problem> {
  const session = await requireSession("/account");
  const known = findSensitiveAction(act);
  if (known === undefined) return await problemOf("PASSKEY_NOT_ASKED");
  return { options: await startPasskeyStepUp(session, known, await ensureChallengeKey()) };
}

/** Re-authenticates by a passkey's answer. Both arguments can be anything. */
export async function confirmByPasskeyAction(act: unknown, answer: unknown): Promise<Problem | null> {
  const options = { back: "/account", onOutage: (problem: string) => ({ problem }) } as const;
  return await formAction<Problem | null>(options, async () => {
    const session = await requireSession("/account");
    const known = findSensitiveAction(act);
    if (known === undefined) return await problemOf("PASSKEY_STEP_UP_REFUSED");
    const visitor = readVisitor(await headers());
    const proven = await finishPasskeyStepUp(answer, known, session, await findChallengeKey(), visitor);
    if (proven.ok) {
      await keepRotatedSession(session, proven.value.sid);
      return null;
    }
    if (proven.isMailed) after(sendDueMails);
    return await problemOf("PASSKEY_STEP_UP_REFUSED");
  });
}

async function problemOf(code: ProblemCode): Promise<Problem> {
  return { problem: (await requestTranslations("feedback"))(code) };
}
