import { RecordItem, RecordList } from "@/app/[locale]/admin/record-list";
import { staffTime } from "@/app/[locale]/admin/user-words";
import type { UserRecord } from "@/lib/admin/find-user-record";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

export async function PasskeyList({ passkeys }: { passkeys: UserRecord["passkeys"] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminUser")]);
  return (
    <RecordList empty={t("passkeys.empty")}>
      {passkeys.map(({ name, createdAt, lastUsedAt, isSynced }) => {
        const at = staffTime(createdAt, locale);
        return (
          <RecordItem key={createdAt.toISOString()} title={name === null ? t("passkeys.unnamed") : <bdi>{name}</bdi>}>
            {lastUsedAt
              ? t("passkeys.used", { at, used: staffTime(lastUsedAt, locale) })
              : t("passkeys.neverUsed", { at })}{" "}
            {isSynced ? t("passkeys.synced") : t("passkeys.oneDevice")}
          </RecordItem>
        );
      })}
    </RecordList>
  );
}
