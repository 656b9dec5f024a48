import type { BotCheckInWords, BotCheckRequest } from "@/lib/bot-check/bot-check-request";
import { requestTranslations } from "@/lib/i18n/request-translations";

/** For server actions whose forms may need a bot check; most visitors never load it. */
export async function describeBotCheck(proof: BotCheckRequest): Promise<BotCheckInWords> {
  const t = await requestTranslations("botCheck");
  const { waitSeconds: seconds } = proof;
  const wait = seconds < 60 ? t("waitSeconds", { seconds }) : t("waitMinutes", { minutes: Math.ceil(seconds / 60) });
  return { ...proof, words: { running: t("running"), wait } };
}
