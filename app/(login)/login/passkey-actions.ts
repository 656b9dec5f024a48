"use server";

import { redirect } from "next/navigation";
import { ensureChallengeKey } from "@/lib/auth/browser-key";
import { messages } from "@/lib/auth/messages";
import { logIn } from "@/lib/auth/next-auth";
import { defaultDestination, safePath } from "@/lib/auth/safe-redirect";
import { startPasskeyLogin } from "@/lib/auth/start-passkey-login";

/** What the browser needs to ask for a passkey: the same for everyone, and as often as anybody likes. */
export async function passkeyLoginOptionsAction() {
  return await startPasskeyLogin(await ensureChallengeKey());
}

/** Logs in by way of NextAuth with what a passkey answered, and leads on. Both arguments can be anything. */
export async function logInWithPasskeyAction(answer: unknown, next: unknown): Promise<{ problem: string }> {
  const finished = await logIn({ passkey: JSON.stringify(answer ?? null) });
  if (finished.ok) redirect(safePath(next) ?? defaultDestination);
  return {
    problem: finished.error === "SHOP_UNAVAILABLE" ? messages.SHOP_UNAVAILABLE : messages.PASSKEY_REFUSED,
  };
}
