"use server";

import { redirect } from "next/navigation";
import { leaveAtLimit } from "@/app/[locale]/leave-at-limit";
import { logIn } from "@/lib/auth/next-auth";
import { leadToMailedLink } from "@/lib/http/lead-to-mailed-link";
import { defaultDestination, safePath } from "@/lib/http/safe-redirect";
import { requestTranslations } from "@/lib/i18n/request-translations";

/** Logs in by way of NextAuth with what a passkey answered, and leads on. Both arguments can be anything. */
export async function logInWithPasskeyAction(answer: unknown, next: unknown): Promise<{ problem: string }> {
  const path = safePath(next);
  const finished = await logIn({ passkey: JSON.stringify(answer ?? null) }).catch((error) =>
    leaveAtLimit(error, "/login", path),
  );
  if (finished.ok) redirect(path ?? defaultDestination);
  if (finished.error === "ACCOUNT_LEAVING") return await leadToMailedLink("undo-deletion", finished.keepToken);
  const feedback = await requestTranslations("feedback");
  return { problem: feedback(finished.error === "SHOP_UNAVAILABLE" ? "SHOP_UNAVAILABLE" : "PASSKEY_REFUSED") };
}
