import type { PaymentMethod } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/locales";
import { shopConfig } from "@/shop.config";

export type PaymentWay = {
  method: PaymentMethod;
  describe: (locale: Locale) => string;
};

/** The ways that this shop offers; the first is chosen for who chooses none. */
export function paymentWays(): PaymentWay[] {
  const { payOnInvoice } = shopConfig;
  return payOnInvoice === null ? [] : [{ method: "INVOICE", describe: (locale) => payOnInvoice[locale] }];
}
