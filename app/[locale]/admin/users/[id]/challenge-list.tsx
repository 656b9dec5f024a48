import { RecordItem, RecordList } from "@/app/[locale]/admin/record-list";
import { challengeStateName, purposeName, staffTime } from "@/app/[locale]/admin/user-words";
import type { UserChallenge } from "@/lib/admin/find-user-record";
import { describeDevice } from "@/lib/http/visitor";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

export async function ChallengeList({ challenges }: { challenges: UserChallenge[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminUser")]);
  return (
    <RecordList empty={t("challenges.empty")}>
      {challenges.map(({ purpose, createdAt, state, sends, attempts, userAgent }) => (
        <RecordItem
          key={createdAt.toISOString()}
          title={t("challenges.purposeAndState", {
            purpose: purposeName(purpose, locale),
            state: challengeStateName(state, locale),
          })}
        >
          {t("challenges.details", {
            at: staffTime(createdAt, locale),
            device: describeDevice(userAgent, locale),
            sends,
            attempts,
          })}
        </RecordItem>
      ))}
    </RecordList>
  );
}
