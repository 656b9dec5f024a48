import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { after } from "next/server";
import type { ReactNode } from "react";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { cancelOrderAction, payOrderAction } from "@/app/[locale]/account/orders/actions";
import { OrderStateBadge } from "@/app/[locale]/account/orders/order-state";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { writeMoney, writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { writeAddress } from "@/lib/orders/delivery";
import {
  findOwnOrder,
  isUnpaid,
  type OrderStanding,
  openRefund,
  orderTimes,
  readOrderNumber,
} from "@/lib/orders/own-orders";
import { isOverdue, lookAtPayment } from "@/lib/payment/pay-order";

type OrderPageProps = {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  const number = readOrderNumber((await params).number);
  const title = (await getTranslations("orders"))("number", { number: String(number ?? "") });
  return { title, robots: { index: false } };
}

const noticeTones = {
  PLACED: "success",
  PAID: "success",
  NOT_CONFIRMED: "info",
  NOT_PAID: "warning",
  PAYMENT_LATE: "warning",
  CANCELLED: "success",
  TOO_LATE: "warning",
} as const;

type Notice = keyof typeof noticeTones;

export default async function OrderPage({ params, searchParams }: OrderPageProps) {
  const number = readOrderNumber((await params).number);
  const { user } = await requireSession(number === null ? "/account/orders" : `/account/orders/${number}`);
  const { notice: code } = await searchParams;
  const order = number === null ? null : await orUnavailable(() => readOrder(user.id, number, code === "RETURNED"));
  if (order === null) notFound();
  const notice = noticeFor(code, order);
  const [t, checkout, locale] = await Promise.all([
    getTranslations("orders"),
    getTranslations("checkout"),
    getLocale(),
  ]);
  const money = (cents: number) => writeMoney(cents, locale, order.currency);
  const refund = openRefund(order.refunds);
  return (
    <PageShell>
      <AccountNav current="/account/orders" />
      <PageHeading title={t("number", { number: String(order.number) })} lead={<OrderStateBadge order={order} />} />
      <div className="grid max-w-reading gap-6">
        <PageNotice tone={notice ? noticeTones[notice] : "success"} about={order.state}>
          {notice ? t(`notices.${notice}`) : null}
        </PageNotice>
        {isUnpaid(order) ? <PayForm order={order} timeZone={user.timeZone} /> : null}
        <Part title={t("lines.heading")}>
          <ul className="divide-y divide-line">
            {order.lines.map(({ position, name, quantity, unitPriceCents }) => (
              <li key={position} className="grid grid-cols-[1fr_auto] gap-x-4 py-3 first:pt-0">
                <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">
                  <bdi>{name}</bdi>
                </span>
                <span className="price">{money(quantity * unitPriceCents)}</span>
                <span className="text-fine text-ink-muted">
                  {checkout("summary.line", { quantity: String(quantity), price: money(unitPriceCents) })}
                </span>
              </li>
            ))}
          </ul>
          <p className="flex items-baseline justify-between gap-4 border-line border-t pt-4 font-bold text-lead">
            <span>{t("lines.total")}</span>
            <span className="price">{money(order.totalCents)}</span>
          </p>
        </Part>
        <Part title={t("history.heading")}>
          <DescriptionList>
            {orderTimes(order).map(({ name, at }) => (
              <DescriptionItem key={name} term={t(`history.${name}`)}>
                {writeTime(at, { locale, timeZone: user.timeZone })}
              </DescriptionItem>
            ))}
            {refund === null ? null : (
              <DescriptionItem term={t("history.refund")}>{t(`refunds.${refund}`)}</DescriptionItem>
            )}
            {order.cancelReason === null ? null : (
              <DescriptionItem term={t("reason")}>
                <bdi className="whitespace-pre-line">{order.cancelReason}</bdi>
              </DescriptionItem>
            )}
          </DescriptionList>
        </Part>
        <Part title={t("delivery")}>
          <address className="whitespace-pre-line not-italic [overflow-wrap:anywhere] [unicode-bidi:plaintext] rtl:text-right">
            {writeAddress(order, locale).join("\n")}
          </address>
          <DescriptionList>
            <DescriptionItem term={t("payment")}>
              {checkout(`ways.${order.payment}`)}
              {order.payment === "INVOICE" && order.state !== "CANCELLED" ? (
                <span className="block font-normal text-ink-muted">{checkout("howToPay.INVOICE")}</span>
              ) : null}
            </DescriptionItem>
            {order.note === null ? null : (
              <DescriptionItem term={t("note")}>
                <bdi className="whitespace-pre-line">{order.note}</bdi>
              </DescriptionItem>
            )}
          </DescriptionList>
        </Part>
        {order.state === "PLACED" ? <CancelForm number={order.number} /> : null}
        <p>
          <TextLink href="/account/orders">{t("all")}</TextLink>
        </p>
      </div>
    </PageShell>
  );
}

/** Stripe is asked where its answer matters: the address says nothing for sure. */
async function readOrder(userId: string, number: number, isReturning: boolean) {
  const order = await findOwnOrder(userId, number);
  if (order === null || !isUnpaid(order) || !(isReturning || isOverdue(order))) return order;
  await lookAtPayment(userId, order);
  after(sendDueMails);
  return await findOwnOrder(userId, number);
}

function noticeFor(code: unknown, order: OrderStanding): Notice | undefined {
  const isCancelled = order.state === "CANCELLED";
  switch (code) {
    case "CANCELLED":
    case "TOO_LATE":
      return code;
    case "NOT_PAID":
    case "PAYMENT_LATE":
      return isUnpaid(order) ? code : undefined;
    case "RETURNED":
      if (isCancelled) return undefined;
      return isUnpaid(order) ? "NOT_CONFIRMED" : "PAID";
    // A form that was sent again leads to the order of the first press.
    case "PLACED":
      return isCancelled || isUnpaid(order) ? undefined : code;
    default:
      return undefined;
  }
}

async function PayForm({
  order,
  timeZone,
}: {
  order: { number: number; payBy: Date | null };
  timeZone: string | null;
}) {
  const [t, locale] = await Promise.all([getTranslations("orders"), getLocale()]);
  return (
    <Part title={t("pay.heading")}>
      {order.payBy === null ? null : <p>{t("pay.due", { time: writeTime(order.payBy, { locale, timeZone }) })}</p>}
      <form action={payOrderAction} className="justify-self-start">
        <input type="hidden" name="number" value={order.number} />
        <SubmitButton pendingLabel={t("pay.pending")}>{t("pay.submit")}</SubmitButton>
      </form>
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="grid gap-4">
      <h2 className="font-bold text-heading">{title}</h2>
      {children}
    </Card>
  );
}

/** Opened first, so that no single press cancels an order. */
async function CancelForm({ number }: { number: number }) {
  const t = await getTranslations("orders");
  return (
    <details>
      <summary className="inline-flex min-h-touch cursor-pointer items-center font-medium underline">
        {t("cancel.open")}
      </summary>
      <form action={cancelOrderAction} className="mt-3 grid justify-items-start gap-4">
        <p>{t("cancel.what")}</p>
        <input type="hidden" name="number" value={number} />
        <SubmitButton variant="danger" pendingLabel={t("cancel.pending")}>
          {t("cancel.submit")}
        </SubmitButton>
      </form>
    </details>
  );
}
