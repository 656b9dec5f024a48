"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { ensureChallengeKey } from "@/lib/auth/browser-key";
import { messages } from "@/lib/auth/messages";
import { logIn } from "@/lib/auth/next-auth";
import { defaultDestination, safePath } from "@/lib/auth/safe-redirect";
import { isServiceUnavailable } from "@/lib/auth/service-unavailable";
import { startPasskeyLogin } from "@/lib/auth/start-passkey-login";
import { TooManyRequests } from "@/lib/auth/too-many-requests";
import { readVisitor } from "@/lib/auth/visitor";

type Problem = { problem: string };

/** What the browser needs to ask for a passkey: the same for everyone, or a sentence that says why not now. */
export async function passkeyLoginOptionsAction(): Promise<
  { options: Awaited<ReturnType<typeof startPasskeyLogin>> } | Problem
> {
  try {
    const visitor = readVisitor(await headers());
    return { options: await startPasskeyLogin({ challengeKey: await ensureChallengeKey(), visitor }) };
  } catch (error) {
    if (error instanceof TooManyRequests) return { problem: messages.PASSKEYS_ASKED_OFTEN };
    if (!isServiceUnavailable(error)) throw error;
    return { problem: messages.SHOP_UNAVAILABLE };
  }
}

/** Logs in by way of NextAuth with what a passkey answered, and leads on. Both arguments can be anything. */
export async function logInWithPasskeyAction(answer: unknown, next: unknown): Promise<Problem> {
  const finished = await logIn({ passkey: JSON.stringify(answer ?? null) });
  if (finished.ok) redirect(safePath(next) ?? defaultDestination);
  return {
    problem: finished.error === "SHOP_UNAVAILABLE" ? messages.SHOP_UNAVAILABLE : messages.PASSKEY_REFUSED,
  };
}
