import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { PersonalPages } from "@/components/layout/personal-pages";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { writeMoney } from "@/lib/i18n/format";
import { getLocale, getTranslations, getWords } from "@/lib/i18n/page-translations";
import { type Checkout, readCheckout } from "@/lib/orders/checkout";
import { deliveryFields, listCountries, longestDeliveryText } from "@/lib/orders/delivery";
import { writeShownLine } from "@/lib/orders/offer";
import { paymentMethods } from "@/lib/payment/payment-methods";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import { CheckoutForm } from "./checkout-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("checkout"))("title"), robots: { index: false } };
}

export default async function CheckoutPage() {
  const session = await requireSession("/checkout");
  const locale = await getLocale();
  const checkout = await orUnavailable(() => readCheckout(session.user.id, locale));
  if (checkout.lines.length === 0) redirect("/bag");
  const t = await getTranslations("checkout");
  const ways = paymentMethods().map((method) => ({ method, name: t(`ways.${method}`), what: t(`howToPay.${method}`) }));
  return (
    <PageShell>
      <PersonalPages />
      <PageHeading title={t("title")} lead={t("lead")} />
      {ways.length === 0 ? (
        <Alert tone="warning">{t("closed")}</Alert>
      ) : checkout.lines.every(({ quantity }) => quantity === 0) ? (
        <EmptyState title={t("nothing.title")} action={<ButtonLink href="/bag">{t("nothing.toBag")}</ButtonLink>}>
          {t("nothing.lead")}
        </EmptyState>
      ) : (
        <CheckoutForm
          words={(await getWords("checkout")).form}
          countries={listCountries(locale)}
          ways={ways}
          known={knownValues(checkout)}
          longest={longestDeliveryText}
          summary={<Summary checkout={checkout} />}
        />
      )}
    </PageShell>
  );
}

function knownValues({ lastDelivery }: Checkout) {
  if (lastDelivery === null) return { country: defaultPhoneCountry().code };
  const known: Record<string, string | null> = lastDelivery;
  return Object.fromEntries(deliveryFields.map((field) => [field, known[field] ?? ""]));
}

/** With the fields by which the action sees whether the page still shows what would be ordered. */
async function Summary({ checkout: { lines, totalCents, idempotencyKey } }: { checkout: Checkout }) {
  const [t, locale] = await Promise.all([getTranslations("checkout"), getLocale()]);
  return (
    <section aria-labelledby="summary" className="grid gap-4">
      <h2 id="summary" className="font-bold text-heading">
        {t("summary.heading")}
      </h2>
      <input type="hidden" name="key" value={idempotencyKey} />
      <ul className="grid gap-3">
        {lines.map((line) => (
          <li key={line.productId} className="grid grid-cols-[1fr_auto] gap-x-4">
            <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{line.name}</span>
            <span className="price">
              {line.quantity > 0 ? writeMoney(line.quantity * line.unitPriceCents, locale) : null}
            </span>
            <span className="col-span-2 text-fine text-ink-muted">
              {line.quantity > 0
                ? t("summary.line", { quantity: String(line.quantity), price: writeMoney(line.unitPriceCents, locale) })
                : t("summary.soldOut")}
            </span>
            {line.quantity > 0 && line.quantity < line.wanted ? (
              <span className="col-span-2 text-fine text-warning">
                {t("summary.fewer", { left: String(line.quantity), wanted: String(line.wanted) })}
              </span>
            ) : null}
            {line.quantity > 0 ? <input type="hidden" name="line" value={writeShownLine(line)} /> : null}
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4 border-line border-t pt-4 font-bold text-lead">
        <span>{t("summary.total")}</span>
        <span className="price">{writeMoney(totalCents, locale)}</span>
      </p>
      <p>
        <TextLink href="/bag">{t("summary.edit")}</TextLink>
      </p>
    </section>
  );
}
