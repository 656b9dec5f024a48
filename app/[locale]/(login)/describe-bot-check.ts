import type { BotCheckInWords, BotCheckRequest } from "@/lib/bot-check/bot-check-request";
import { requestTranslations } from "@/lib/i18n/request-translations";

/** For the server actions whose forms may be asked for a proof. Ordinary visitors never load these sentences. */
export async function describeBotCheck(proof: BotCheckRequest): Promise<BotCheckInWords> {
  const t = await requestTranslations("botCheck");
  const { waitSeconds: seconds } = proof;
  const wait = seconds < 60 ? t("waitSeconds", { seconds }) : t("waitMinutes", { minutes: Math.ceil(seconds / 60) });
  return { ...proof, words: { running: t("running"), wait } };
}
