import { env } from "@/lib/env";
import { makeReportToken } from "@/lib/signed-link/report-token";

/** The links of a code mail. The code goes behind `#`, so it reaches no server, log or Referer. */
export function mailedLinks(challengeId: string): { prefillUrl: string; notMeUrl: string } {
  const { APP_URL } = env();
  return {
    prefillUrl: `${APP_URL}/otp/${challengeId}`,
    notMeUrl: `${APP_URL}/not-me/${makeReportToken("challenge", challengeId)}`,
  };
}
