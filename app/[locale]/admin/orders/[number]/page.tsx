import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { CardSection } from "@/app/[locale]/admin/card-section";
import { OrderBadge } from "@/app/[locale]/admin/orders/order-badge";
import { staffTime } from "@/app/[locale]/admin/user-words";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { ReportPending } from "@/components/layout/pending-navigation";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, wrappingCell } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { findStaffOrder, type StaffOrder } from "@/lib/admin/orders/find-order";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { writeMoney } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { writeAddress } from "@/lib/orders/delivery";
import { isUnpaid, openRefund, orderTimes, readOrderNumber } from "@/lib/orders/own-orders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminOrders"))("order.meta") };
}

type OrderPageProps = {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OrderPage({ params, searchParams }: OrderPageProps) {
  const { number: typed } = await params;
  const { user: reader } = await requireStaff(`/admin/orders/${encodeURIComponent(typed)}`);
  const number = readOrderNumber(typed);
  if (number === null) notFound();
  const order = await orUnavailable(() => findStaffOrder(number));
  if (order === null) notFound();
  const [t, { notice }] = await Promise.all([getTranslations("adminOrders"), searchParams]);
  return (
    <PageShell>
      <AdminNav current="/admin/orders" />
      <PageHeading
        title={t("order.title", { number: String(number) })}
        lead={<OrderBadge order={order} />}
        actions={reader.role === "ADMIN" ? <Decisions order={order} /> : null}
      />
      <PageNotice tone="success" className="mb-8">
        {notice === "ACCEPTED" || notice === "SENT" || notice === "CANCELLED" ? t(`notices.${notice}`) : null}
      </PageNotice>
      <div className="grid gap-10 lg:grid-cols-2">
        <CardSection title={t("order.delivery")}>
          <Delivery order={order} />
        </CardSection>
        <CardSection title={t("order.history")}>
          <History order={order} />
        </CardSection>
        <section className="grid content-start gap-4 lg:col-span-2">
          <h2 className="font-semibold text-heading">{t("order.lines")}</h2>
          <Lines order={order} />
        </section>
      </div>
      <p className="mt-10">
        <TextLink href="/admin/orders" prefetch={false}>
          {t("order.all")}
          <ReportPending />
        </TextLink>
      </p>
    </PageShell>
  );
}

async function Decisions({ order }: { order: StaffOrder }) {
  const { number, state } = order;
  const t = await getTranslations("adminOrders");
  const path = `/admin/orders/${number}`;
  return (
    <>
      {state === "PLACED" && !isUnpaid(order) ? (
        <ButtonLink href={`${path}/accept`} size="small" prefetch={false}>
          {t("accept.link")}
        </ButtonLink>
      ) : null}
      {state === "ACCEPTED" ? (
        <ButtonLink href={`${path}/send`} size="small" prefetch={false}>
          {t("send.link")}
        </ButtonLink>
      ) : null}
      {state === "PLACED" || state === "ACCEPTED" ? (
        <ButtonLink href={`${path}/cancel`} variant="danger" size="small" prefetch={false}>
          {t("cancel.link")}
        </ButtonLink>
      ) : null}
    </>
  );
}

async function Delivery({ order }: { order: StaffOrder }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOrders")]);
  const { user } = order;
  return (
    <DescriptionList>
      <DescriptionItem term={t("order.address")}>
        {writeAddress(order, locale).map((line) => (
          <span key={line} className="block">
            <bdi>{line}</bdi>
          </span>
        ))}
      </DescriptionItem>
      {order.note ? (
        <DescriptionItem term={t("order.note")}>
          <bdi className="whitespace-pre-line">{order.note}</bdi>
        </DescriptionItem>
      ) : null}
      <DescriptionItem term={t("order.customer")}>
        {user ? (
          <>
            <TextLink href={`/admin/users/${user.id}`} prefetch={false}>
              <bdi>{user.username}</bdi>
              <ReportPending />
            </TextLink>
            <span className="block">
              <bdi dir="ltr">{user.email}</bdi>
            </span>
            <span className="block">
              <bdi dir="ltr">{user.phone}</bdi>
            </span>
          </>
        ) : (
          t("order.deletedCustomer")
        )}
      </DescriptionItem>
    </DescriptionList>
  );
}

async function History({ order }: { order: StaffOrder }) {
  const refund = openRefund(order.refunds);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOrders")]);
  return (
    <DescriptionList>
      {orderTimes(order).map(({ name, at }) => (
        <DescriptionItem key={name} term={t(`order.times.${name}`)}>
          {staffTime(at, locale)}
        </DescriptionItem>
      ))}
      {order.cancelReason ? (
        <DescriptionItem term={t("order.reason")}>
          <bdi>{order.cancelReason}</bdi>
        </DescriptionItem>
      ) : null}
      {refund === null ? null : (
        <DescriptionItem term={t("order.refund")}>{t(`order.refunds.${refund}`)}</DescriptionItem>
      )}
      <DescriptionItem term={t("order.payment")}>
        {t(`order.payments.${isUnpaid(order) ? "UNPAID" : order.payment}`)}
        {order.paymentId === null ? null : (
          <bdi className="block font-normal text-fine text-ink-muted [overflow-wrap:anywhere]">{order.paymentId}</bdi>
        )}
      </DescriptionItem>
    </DescriptionList>
  );
}

async function Lines({ order }: { order: StaffOrder }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOrders")]);
  const money = (amount: number) => writeMoney(amount, locale, order.currency);
  return (
    <Table label={t("order.lines")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("lines.product")}</TableHeader>
          <TableHeader>{t("lines.quantity")}</TableHeader>
          <TableHeader>{t("lines.unitPrice")}</TableHeader>
          <TableHeader>{t("lines.price")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {order.lines.map(({ position, name, quantity, unitPriceCents }) => (
          <TableRow key={position}>
            <TableHeader scope="row" className={wrappingCell}>
              <bdi>{name}</bdi>
            </TableHeader>
            <TableCell className="tabular-nums">{quantity}</TableCell>
            <TableCell className="tabular-nums">{money(unitPriceCents)}</TableCell>
            <TableCell className="tabular-nums">{money(quantity * unitPriceCents)}</TableCell>
          </TableRow>
        ))}
        <TableRow>
          <TableHeader scope="row">{t("lines.total")}</TableHeader>
          <TableCell />
          <TableCell />
          <TableCell className="font-semibold tabular-nums">{money(order.totalCents)}</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}
