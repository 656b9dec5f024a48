"use server";

import { redirect } from "next/navigation";
import { messages } from "@/lib/auth/messages";
import { logIn } from "@/lib/auth/next-auth";
import { defaultDestination, safePath } from "@/lib/auth/safe-redirect";

/** Logs in by way of NextAuth with what a passkey answered, and leads on. Both arguments can be anything. */
export async function logInWithPasskeyAction(answer: unknown, next: unknown): Promise<{ problem: string }> {
  const finished = await logIn({ passkey: JSON.stringify(answer ?? null) });
  if (finished.ok) redirect(safePath(next) ?? defaultDestination);
  if (finished.error === "ACCOUNT_LEAVING") redirect(`/undo-deletion/${finished.keepToken}`);
  return {
    problem: finished.error === "SHOP_UNAVAILABLE" ? messages.SHOP_UNAVAILABLE : messages.PASSKEY_REFUSED,
  };
}
