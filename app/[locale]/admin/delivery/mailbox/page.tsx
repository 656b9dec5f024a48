import type { Metadata } from "next";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { CardSection, RecordItem, RecordList } from "@/app/[locale]/admin/card-section";
import { mailboxHref, readMailboxName } from "@/app/[locale]/admin/delivery/delivery-query";
import { Reply, RequestLives } from "@/app/[locale]/admin/delivery/request-lives";
import { UnknownMailbox } from "@/app/[locale]/admin/delivery/unknown-mailbox";
import { staffTime } from "@/app/[locale]/admin/user-words";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { ReportPending } from "@/components/layout/pending-navigation";
import { Alert } from "@/components/ui/alert";
import { hidden } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import { findMailbox, type Mailbox } from "@/lib/admin/delivery/mailbox";
import { readRequestLives } from "@/lib/admin/delivery/request-lives";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { readSuppressions } from "@/lib/mail/suppressions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminDelivery"))("mailbox.meta") };
}

type MailboxPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MailboxPage({ searchParams }: MailboxPageProps) {
  const { user: reader } = await requireStaff("/admin/delivery");
  const parameters = await searchParams;
  const name = readMailboxName(parameters);
  const mailbox = name && (await orUnavailable(() => findMailbox(name)));
  if (mailbox === null) return <UnknownMailbox />;
  const [t, lives] = await Promise.all([
    getTranslations("adminDelivery"),
    orUnavailable(() => readRequestLives(mailbox.address)),
  ]);
  return (
    <PageShell>
      <AdminNav current="/admin/delivery" />
      <PageHeading
        title={<bdi dir="ltr">{mailbox.shownAddress}</bdi>}
        lead={
          mailbox.user ? (
            <p>
              <TextLink href={`/admin/users/${mailbox.user.id}`} prefetch={false}>
                <bdi>{mailbox.user.username}</bdi>
                <ReportPending />
              </TextLink>
            </p>
          ) : (
            t("mailbox.noAccount")
          )
        }
      />
      <PageNotice tone="success" className="mb-8">
        {parameters.notice === "RELEASED" ? t("mailbox.released") : null}
      </PageNotice>
      <div className="grid gap-10 lg:grid-cols-2">
        <CardSection title={t("mailbox.lists")}>
          <Lists mailbox={mailbox} canRelease={reader.role === "ADMIN"} />
        </CardSection>
        <CardSection title={t("mailbox.requests")}>
          <RequestLives lives={lives} />
        </CardSection>
      </div>
      <p className="mt-10">
        <TextLink href="/admin/delivery" prefetch={false}>
          {t("mailbox.all")}
          <ReportPending />
        </TextLink>
      </p>
    </PageShell>
  );
}

/** As SendGrid answers now. */
async function Lists({ mailbox, canRelease }: { mailbox: Mailbox; canRelease: boolean }) {
  const [locale, t, changes] = await Promise.all([
    getLocale(),
    getTranslations("adminDelivery"),
    getTranslations("adminChanges"),
  ]);
  const listed = await readSuppressions(mailbox.address);
  if (!listed.ok) return <Alert tone="warning">{changes(`refusals.${listed.error}`)}</Alert>;
  return (
    <RecordList empty={t("mailbox.onNoList")}>
      {listed.value.map(({ list, since, reply }) => (
        <RecordItem key={list} title={t(`lists.${list}.name`)}>
          {t(`lists.${list}.meaning`)} {t("mailbox.since", { at: staffTime(since, locale) })}
          {reply ? <Reply>{reply}</Reply> : null}
          {canRelease ? (
            <span className="mt-2 block">
              <TextLink href={mailboxHref(mailbox.name, { list }, "/release")} prefetch={false}>
                {t.rich("mailbox.release", { list: t(`lists.${list}.name`), ...hidden })}
              </TextLink>
            </span>
          ) : null}
        </RecordItem>
      ))}
    </RecordList>
  );
}
