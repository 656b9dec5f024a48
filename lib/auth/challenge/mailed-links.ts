import { env } from "@/lib/env";
import { makeReportToken } from "@/lib/signed-link/report-token";

/**
 * The two links of a challenge's code mail, from our own configured address. The template puts the code behind the
 * first one's `#`: what follows it stays in the browser and reaches no server, no log and no Referer.
 */
export function mailedLinks(challengeId: string): { prefillUrl: string; notMeUrl: string } {
  const { APP_URL } = env();
  return {
    prefillUrl: `${APP_URL}/otp/${challengeId}`,
    notMeUrl: `${APP_URL}/not-me/${makeReportToken("challenge", challengeId)}`,
  };
}
