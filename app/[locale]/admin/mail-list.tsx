import { ReportPending } from "@/components/layout/pending-navigation";
import { isolated } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import type { StaffMail } from "@/lib/admin/read-outbox";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { RecordItem, RecordList } from "./record-list";
import { staffTime } from "./user-words";

/** Mails about accounts and what became of them; with `linksUsers`, each leads to whom it is about. */
export async function MailList({
  mails,
  empty,
  linksUsers = false,
}: {
  mails: StaffMail[];
  empty: string;
  linksUsers?: boolean;
}) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminMails")]);
  return (
    <RecordList empty={empty}>
      {mails.map(({ id, kind, maskedAddress, userId, createdAt, attempts, state, at }) => {
        const name = t("kindAndState", { kind: t(`kinds.${kind}`), state: t(`states.${state}`) });
        return (
          <RecordItem
            key={id}
            title={
              linksUsers && userId !== null ? (
                <TextLink href={`/admin/users/${userId}`} prefetch={false}>
                  {name}
                  <ReportPending />
                </TextLink>
              ) : (
                name
              )
            }
          >
            {t.rich(`details.${state}`, {
              address: maskedAddress,
              created: staffTime(createdAt, locale),
              at: staffTime(at, locale),
              attempts,
              ...isolated,
            })}
          </RecordItem>
        );
      })}
    </RecordList>
  );
}
