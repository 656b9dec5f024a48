import type { Metadata } from "next";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { ExportForm, exportNotice } from "@/app/[locale]/admin/csv-export";
import { staffMinute } from "@/app/[locale]/admin/user-words";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ReportPending } from "@/components/layout/pending-navigation";
import { PageLinks } from "@/components/layout/section-nav";
import { ButtonLink } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, wrappingCell } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import {
  countOrders,
  listOrders,
  type OrderFilter,
  type OrderPage,
  type OrderRow,
} from "@/lib/admin/orders/list-orders";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { writeCountry, writeMoney } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { findCustomer } from "./find-customer";
import { OrderBadge } from "./order-badge";
import { type OrderQuery, orderListHref, readOrderQuery } from "./order-query";
import { OrderSearch } from "./order-search";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminOrders"))("title") };
}

type OrdersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  await requireStaff("/admin/orders");
  const parameters = await searchParams;
  const query = readOrderQuery(parameters);
  const { fields, after, before } = query;
  const { filter, customer } = await findCustomer(query, "/admin/orders");
  const { orders, older, newer, count, isMore } = await orUnavailable(() => readPage(filter, query));
  const t = await getTranslations("adminOrders");
  const counted = t(isMore ? "count.more" : "count.exact", { count });
  const isBeyond = Boolean(after ?? before);
  return (
    <PageShell>
      <AdminNav current="/admin/orders" />
      <PageHeading title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {/* A new key: a browser keeps what was typed. */}
        <OrderSearch key={orderListHref({ fields })} fields={fields} customer={customer?.username ?? fields.customer} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p role="status" className="text-ink-muted">
            {counted}
          </p>
          {count > 0 ? (
            <ExportForm
              href={orderListHref({ fields }, "/admin/orders/export")}
              of={counted}
              refusal={exportNotice.find(parameters)}
            >
              {t("export")}
            </ExportForm>
          ) : null}
        </div>
        {orders.length === 0 ? (
          <EmptyState
            title={isBeyond ? t("empty.pageTitle") : t("empty.title")}
            action={
              <ButtonLink href={orderListHref({ fields: isBeyond ? fields : {} })} prefetch={false}>
                {isBeyond ? t("empty.toFirstPage") : t("search.showAll")}
                <ReportPending />
              </ButtonLink>
            }
          >
            {t("empty.lead")}
          </EmptyState>
        ) : (
          <OrderTable orders={orders} />
        )}
        <PageLinks
          label={t("pages.label")}
          previous={newer && { href: orderListHref({ fields, before: newer }), label: t("pages.newer") }}
          next={older && { href: orderListHref({ fields, after: older }), label: t("pages.older") }}
        >
          <ReportPending />
        </PageLinks>
      </div>
    </PageShell>
  );
}

async function readPage(
  filter: OrderFilter | null,
  query: OrderQuery,
): Promise<OrderPage & { count: number; isMore: boolean }> {
  if (filter === null) return { orders: [], older: null, newer: null, count: 0, isMore: false };
  const [page, count] = await Promise.all([listOrders(filter, query), countOrders(filter)]);
  return { ...page, ...count };
}

async function OrderTable({ orders }: { orders: OrderRow[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOrders")]);
  return (
    <Table label={t("title")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("table.number")}</TableHeader>
          <TableHeader>{t("table.placed")}</TableHeader>
          <TableHeader>{t("table.name")}</TableHeader>
          <TableHeader>{t("table.country")}</TableHeader>
          <TableHeader>{t("table.total")}</TableHeader>
          <TableHeader>{t("table.state")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {orders.map((order) => (
          <TableRow key={order.id}>
            <TableHeader scope="row" className="tabular-nums">
              <TextLink href={`/admin/orders/${order.number}`} prefetch={false}>
                {order.number}
                <ReportPending />
              </TextLink>
            </TableHeader>
            <TableCell>{staffMinute(order.placedAt, locale)}</TableCell>
            <TableCell className={wrappingCell}>
              <bdi>{order.name}</bdi>
            </TableCell>
            <TableCell className={wrappingCell}>{writeCountry(order.country, locale)}</TableCell>
            <TableCell className="tabular-nums">{writeMoney(order.totalCents, locale, order.currency)}</TableCell>
            <TableCell>
              <OrderBadge order={order} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
