"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { ensureChallengeKey } from "@/lib/auth/browser-key";
import { formText } from "@/lib/auth/form-text";
import { messages } from "@/lib/auth/messages";
import { safePath } from "@/lib/auth/safe-redirect";
import { isServiceUnavailable } from "@/lib/auth/service-unavailable";
import { startLogin } from "@/lib/auth/start-login";
import { readVisitor } from "@/lib/auth/visitor";
import { loginSchema } from "@/lib/users/login-schema";

export type LoginFormState = { email: string; emailError?: string; problem?: string };

/** Starts a login and leads to the code page, in the same way for every address. */
export async function requestLoginCodeAction(_previous: LoginFormState, form: FormData): Promise<LoginFormState> {
  const email = formText(form, "email");
  const parsed = loginSchema.safeParse({ email });
  if (!parsed.success) return { email, emailError: parsed.error.issues[0]?.message };

  let challengeId: string;
  try {
    const request = { email: parsed.data.email, returnTo: safePath(formText(form, "next")) };
    const started = await startLogin(request, await ensureChallengeKey(), readVisitor(await headers()));
    challengeId = started.challengeId;
    after(started.deliver);
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return { email, problem: messages.SHOP_UNAVAILABLE };
  }
  redirect(`/otp/${challengeId}`);
}
