import { Reply } from "@/app/[locale]/admin/delivery/request-lives";
import { ReportPending } from "@/components/layout/pending-navigation";
import { isolated } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import type { MailStep } from "@/lib/admin/delivery/request-lives";
import { mostCountedMails, type Outbox, type StaffMail } from "@/lib/admin/read-outbox";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { keptDays } from "@/lib/retention";
import { CardSection, RecordItem, RecordList } from "./card-section";
import { staffTime } from "./user-words";

export async function OutboxMails({ outbox: { waiting, oldest, failed } }: { outbox: Outbox }) {
  const t = await getTranslations("adminMails");
  const none = t("noneFailed", { days: keptDays.outboxMail });
  return (
    <CardSection title={t("heading")}>
      <div className="grid gap-5">
        <p>
          {waiting > mostCountedMails
            ? t("waitingMoreThan", { count: mostCountedMails })
            : t("waiting", { count: waiting })}
        </p>
        {oldest.length > 0 ? (
          <div className="grid gap-3">
            <h3 className="font-semibold">{t("oldest")}</h3>
            <MailList mails={oldest} empty="" linksUsers />
          </div>
        ) : null}
        <div className="grid gap-3">
          <h3 className="font-semibold">{t("failed")}</h3>
          <MailList mails={failed} empty={none} linksUsers />
          {failed.length > 0 ? <p>{t("tellYourself")}</p> : null}
        </div>
      </div>
    </CardSection>
  );
}

/** `linksUsers`: link each to its user. `stepsOf`: what became of each, by its id. */
export async function MailList({
  mails,
  empty,
  linksUsers = false,
  stepsOf,
}: {
  mails: StaffMail[];
  empty: string;
  linksUsers?: boolean;
  stepsOf?: (id: string) => MailStep[];
}) {
  const [locale, t, delivery] = await Promise.all([
    getLocale(),
    getTranslations("adminMails"),
    getTranslations("adminDelivery"),
  ]);
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
            {stepsOf?.(id).map(({ step, at: happenedAt, reply }) => (
              <span key={`${step} ${happenedAt.getTime()}`} className="block">
                {delivery(`steps.${step}`)} {staffTime(happenedAt, locale)}
                {reply ? <Reply>{reply}</Reply> : null}
              </span>
            ))}
          </RecordItem>
        );
      })}
    </RecordList>
  );
}
