"use server";

import { redirect } from "next/navigation";
import { logIn } from "@/lib/auth/next-auth";
import { defaultDestination, safePath } from "@/lib/auth/safe-redirect";
import { requestTranslations } from "@/lib/i18n/request-translations";

/** Logs in by way of NextAuth with what a passkey answered, and leads on. Both arguments can be anything. */
export async function logInWithPasskeyAction(answer: unknown, next: unknown): Promise<{ problem: string }> {
  const finished = await logIn({ passkey: JSON.stringify(answer ?? null) });
  if (finished.ok) redirect(safePath(next) ?? defaultDestination);
  if (finished.error === "ACCOUNT_LEAVING") redirect(`/undo-deletion/${finished.keepToken}`);
  const feedback = await requestTranslations("feedback");
  return { problem: feedback(finished.error === "SHOP_UNAVAILABLE" ? "SHOP_UNAVAILABLE" : "PASSKEY_REFUSED") };
}
