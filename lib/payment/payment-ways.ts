import type { PaymentMethod } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { shopConfig } from "@/shop.config";
import { isCardOn } from "./stripe";

export type PaymentWay = {
  method: PaymentMethod;
  describe: (locale: Locale) => string;
};

/** The ways that this shop offers; the first is chosen for who chooses none. */
export function paymentWays(): PaymentWay[] {
  const { payOnInvoice } = shopConfig;
  const ways: PaymentWay[] = [];
  if (payOnInvoice !== null) ways.push({ method: "INVOICE", describe: (locale) => payOnInvoice[locale] });
  if (isCardOn()) ways.push({ method: "CARD", describe: (locale) => translator(locale, "checkout")("byCard") });
  return ways;
}
