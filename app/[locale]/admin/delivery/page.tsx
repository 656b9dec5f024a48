import type { Metadata } from "next";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { CardSection } from "@/app/[locale]/admin/card-section";
import { RangeChoice, readRange } from "@/app/[locale]/admin/overview-parts";
import { staffMinute } from "@/app/[locale]/admin/user-words";
import { DayLines } from "@/components/chart/day-lines";
import { SubmitButton } from "@/components/form/submit-button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { ReportPending } from "@/components/layout/pending-navigation";
import { PageLinks } from "@/components/layout/section-nav";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { isolated } from "@/components/ui/rich-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, wrappingCell } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { type Delivery, type Failure, readDelivery } from "@/lib/admin/delivery/list-failures";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { formatTag } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { keptDays } from "@/lib/retention";
import { findMailboxAction } from "./actions";
import { type DeliveryQuery, deliveryHref, mailboxHref, readDeliveryQuery } from "./delivery-query";
import { Reply } from "./request-lives";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminDelivery"))("title") };
}

type DeliveryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeliveryPage({ searchParams }: DeliveryPageProps) {
  await requireStaff("/admin/delivery");
  const parameters = await searchParams;
  const query = readDeliveryQuery(parameters);
  const { fields, after, before } = query;
  const { domain } = fields;
  const range = readRange(fields.days);
  const delivery = await orUnavailable(() => readDelivery({ days: range, domain }, { after, before }));
  const t = await getTranslations("adminDelivery");
  return (
    <PageShell>
      <AdminNav current="/admin/delivery" />
      <PageHeading
        title={t("title")}
        lead={t("lead", { days: range })}
        actions={
          <RangeChoice
            current={range}
            hrefOf={(days) => deliveryHref({ fields: { ...fields, days: String(days) as "7" | "30" | "90" } })}
          />
        }
      />
      <PageNotice tone="warning" className="mb-8">
        {parameters.notice === "UNKNOWN" ? t("lookUp.unknown", { days: keptDays.challenge }) : null}
      </PageNotice>
      <div className="grid gap-10">
        {delivery.isReported ? null : <Alert tone="warning">{t("notReported")}</Alert>}
        <LookUp />
        {domain ? (
          <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span>{t.rich("onlyDomain", { domain, ...isolated })}</span>
            <TextLink href={deliveryHref({ fields: { ...fields, domain: undefined } })} prefetch={false}>
              {t("allDomains")}
              <ReportPending />
            </TextLink>
          </p>
        ) : null}
        <ByDay delivery={delivery} days={range} />
        <ByDomain counts={delivery.counts} query={query} />
        <section className="grid gap-4">
          <h2 className="font-semibold text-heading">{t("list.heading")}</h2>
          <FailureList failures={delivery.page.failures} query={query} />
          <PageLinks
            label={t("pages.label")}
            previous={
              delivery.page.newer && {
                href: deliveryHref({ fields, before: delivery.page.newer }),
                label: t("pages.newer"),
              }
            }
            next={
              delivery.page.older && {
                href: deliveryHref({ fields, after: delivery.page.older }),
                label: t("pages.older"),
              }
            }
          >
            <ReportPending />
          </PageLinks>
        </section>
      </div>
    </PageShell>
  );
}

async function LookUp() {
  const t = await getTranslations("adminDelivery");
  return (
    <CardSection title={t("lookUp.heading")}>
      <form action={findMailboxAction} className="grid max-w-reading gap-4">
        <TextField
          name="address"
          label={t("lookUp.label")}
          hint={t("lookUp.hint", { days: keptDays.challenge })}
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={320}
          dir="ltr"
          required
        />
        <div>
          <SubmitButton pendingLabel={t("lookUp.pending")}>{t("lookUp.submit")}</SubmitButton>
        </div>
      </form>
    </CardSection>
  );
}

async function ByDay({ delivery: { days }, days: range }: { delivery: Delivery; days: number }) {
  const t = await getTranslations("adminDelivery");
  const lines = (["bounced", "dropped", "deferred"] as const).map((kind) => ({
    kind,
    values: days.map((day) => day[kind]),
  }));
  const totalOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  const [bounced, dropped, deferred] = lines.map(({ values }) => totalOf(values));
  return (
    <CardSection title={t("byDay.heading")}>
      <DayLines
        label={t("byDay.chart", { bounced: bounced ?? 0, dropped: dropped ?? 0, deferred: deferred ?? 0, days: range })}
        days={days.map(({ day }) => day)}
        lines={lines.map(({ kind, values }) => ({ name: t(`byDay.${kind}`), values }))}
      />
    </CardSection>
  );
}

async function ByDomain({ counts, query: { fields } }: { counts: Delivery["counts"]; query: DeliveryQuery }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminDelivery")]);
  const number = new Intl.NumberFormat(formatTag(locale));
  if (counts.length === 0) return null;
  return (
    <section className="grid gap-4">
      <h2 className="font-semibold text-heading">{t("byDomain.heading")}</h2>
      <Table label={t("byDomain.heading")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("byDomain.domain")}</TableHeader>
            <TableHeader>{t("byDomain.reason")}</TableHeader>
            <TableHeader className="text-end">{t("byDomain.count")}</TableHeader>
            <TableHeader>{t("byDomain.last")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {counts.map(({ domain, reason, count, lastAt }) => (
            <TableRow key={`${domain} ${reason}`}>
              <TableHeader scope="row" className={wrappingCell}>
                {domain === null ? (
                  t("byDomain.unreadable")
                ) : (
                  <TextLink href={deliveryHref({ fields: { ...fields, domain } })} prefetch={false}>
                    <bdi dir="ltr">{domain}</bdi>
                    <ReportPending />
                  </TextLink>
                )}
              </TableHeader>
              <TableCell className={`${wrappingCell} min-w-44`}>{t(`reasons.${reason}`)}</TableCell>
              <TableCell className="text-end tabular-nums">{number.format(count)}</TableCell>
              <TableCell>{staffMinute(lastAt, locale)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

async function FailureList({ failures, query }: { failures: Failure[]; query: DeliveryQuery }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminDelivery")]);
  const isBeyond = Boolean(query.after ?? query.before);
  if (failures.length === 0)
    return (
      <EmptyState
        title={t("list.empty")}
        action={
          isBeyond ? (
            <ButtonLink href={deliveryHref({ fields: query.fields })} prefetch={false}>
              {t("list.toFirstPage")}
              <ReportPending />
            </ButtonLink>
          ) : undefined
        }
      >
        {t("list.emptyHint")}
      </EmptyState>
    );
  return (
    <Table label={t("list.heading")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("list.time")}</TableHeader>
          <TableHeader>{t("list.address")}</TableHeader>
          <TableHeader>{t("list.mail")}</TableHeader>
          <TableHeader>{t("list.reason")}</TableHeader>
          <TableHeader>{t("list.reply")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {failures.map(({ id, at, maskedAddress, mailbox, notice, reason, reply }) => {
          const address = <bdi dir="ltr">{maskedAddress ?? "–"}</bdi>;
          return (
            <TableRow key={id}>
              <TableCell>{staffMinute(at, locale)}</TableCell>
              <TableHeader scope="row" className={`${wrappingCell} min-w-44`}>
                {mailbox === null ? (
                  address
                ) : (
                  <TextLink href={mailboxHref(mailbox)} prefetch={false}>
                    {address}
                    <ReportPending />
                  </TextLink>
                )}
              </TableHeader>
              <TableCell>{notice === null ? t("list.code") : t("list.notice")}</TableCell>
              <TableCell className={`${wrappingCell} min-w-44`}>{t(`reasons.${reason}`)}</TableCell>
              <TableCell className={`${wrappingCell} min-w-56 text-fine`}>
                {reply ? <Reply>{reply}</Reply> : "–"}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
