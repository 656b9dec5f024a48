import { mostCountedMails, type Outbox } from "@/lib/admin/read-outbox";
import { getTranslations } from "@/lib/i18n/page-translations";
import { keptDays } from "@/lib/retention";
import { CardSection } from "./card-section";
import { MailList } from "./mail-list";

/** How many mails wait for SendGrid, the oldest of them, and the newest that were given up. */
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
