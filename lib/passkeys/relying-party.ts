import { env } from "@/lib/env";

/**
 * Who asks for passkeys, as the browser checks it. From the settings alone: a Host header that somebody wrote must never
 * decide for which site a signature counts.
 */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { APP_URL } = env();
  return { id: new URL(APP_URL).hostname, origin: APP_URL, name: "myshop" };
}
