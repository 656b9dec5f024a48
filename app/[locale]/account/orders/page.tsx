import type { Metadata } from "next";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { PageLinks } from "@/components/layout/section-nav";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { writeMoney, writeTime } from "@/lib/i18n/format";
import { getLocale, getPublicPath, getTranslations } from "@/lib/i18n/page-translations";
import { listOwnOrders, readOrderNumber } from "@/lib/orders/own-orders";
import { OrderStateBadge } from "./order-state";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title"), robots: { index: false } };
}

const path = "/account/orders";

type OrdersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const { user } = await requireSession(path);
  const before = readOrderNumber((await searchParams).before);
  const { orders, next } = await orUnavailable(() => listOwnOrders(user.id, before));
  const [t, locale, range] = await Promise.all([getTranslations("orders"), getLocale(), getPublicPath("/#range")]);
  return (
    <PageShell>
      <AccountNav current={path} />
      <PageHeading title={t("title")} lead={t("lead")} />
      <div className="grid max-w-reading gap-6">
        {orders.length === 0 && before === null ? (
          <EmptyState title={t("empty.title")} action={<ButtonLink href={range}>{t("empty.action")}</ButtonLink>}>
            {t("empty.lead")}
          </EmptyState>
        ) : (
          <Card>
            <ul className="divide-y divide-line">
              {orders.map(({ number, placedAt, totalCents, currency, pieces, ...order }) => (
                <li key={number} className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 py-4 first:pt-0 last:pb-0">
                  <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <TextLink href={`${path}/${number}`} prefetch={false} className="font-semibold">
                      {t("number", { number: String(number) })}
                    </TextLink>
                    <OrderStateBadge order={order} />
                  </span>
                  <span className="price">{writeMoney(totalCents, locale, currency)}</span>
                  <span className="text-fine text-ink-muted">
                    {writeTime(placedAt, { locale, timeZone: user.timeZone }, "day")}
                  </span>
                  <span className="text-end text-fine text-ink-muted">{t("pieces", { pieces })}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {before !== null || next !== null ? (
          <PageLinks
            label={t("pages")}
            previous={before === null ? null : { href: path, label: t("newest") }}
            next={next === null ? null : { href: `${path}?before=${next}`, label: t("older") }}
          />
        ) : null}
      </div>
    </PageShell>
  );
}
