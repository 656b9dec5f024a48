"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { memberAction } from "@/app/[locale]/account/member-action";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { isKeyShaped } from "@/lib/crypto/secret-key";
import { countAttempt } from "@/lib/http/form-action";
import { formText } from "@/lib/http/form-text";
import { isolate, writeMoney } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { readCurrentOffer } from "@/lib/orders/checkout";
import { type DeliveryErrors, type DeliveryField, deliveryFields, readDelivery } from "@/lib/orders/delivery";
import { findOfferChanges, readShownLines, type ShownLine } from "@/lib/orders/offer";
import { placeOrder } from "@/lib/orders/place-order";
import { paymentPath, startPayment } from "@/lib/payment/pay-order";
import { paymentMethods } from "@/lib/payment/payment-methods";

export type CheckoutState = {
  attempt: number;
  values: Partial<Record<DeliveryField, string>>;
  /** The way to pay that was chosen. */
  payment?: string;
  errors: Partial<Record<DeliveryField, string>>;
  problem?: string;
  /** How the order differs from what the page showed. */
  changes?: string[];
};

const path = "/checkout";

/** Orders what the page showed. If the rows say otherwise, nothing is ordered, and the page shows them. */
export async function placeOrderAction(previous: CheckoutState, form: FormData): Promise<CheckoutState> {
  const attempt = countAttempt(previous);
  const values = Object.fromEntries(deliveryFields.map((field) => [field, formText(form, field)])) as Record<
    DeliveryField,
    string
  >;
  const chosen = formText(form, "payment");
  const failed = (more: Partial<CheckoutState>): CheckoutState => {
    return { attempt, values, payment: chosen, errors: {}, ...more };
  };
  const options = { back: path, onOutage: (problem: string) => failed({ problem }) } as const;
  return await memberAction<CheckoutState>(options, async (session, visitor) => {
    const read = readDelivery(values);
    if (!read.ok) return failed({ errors: await describeErrors(read.errors) });
    const payment = paymentMethods().find((method) => method === chosen);
    const idempotencyKey = formText(form, "key");
    if (payment === undefined || !isKeyShaped(idempotencyKey)) redirect(path);
    const shown = readShownLines(form.getAll("line").map(String));
    const { locale } = visitor;
    const order = { delivery: read.delivery, payment, idempotencyKey, shown, locale };
    const placed = await placeOrder(session, order, visitor);
    if (placed.ok) {
      const { number } = placed.value;
      after(sendDueMails);
      if (placed.value.payment === "CARD") redirect(paymentPath(number, await startPayment(session, number, visitor)));
      redirect(`/account/orders/${number}?notice=PLACED`);
    }
    // The page redirects to the login.
    if (placed.error === "SESSION_ENDED") redirect(path);
    if (placed.error === "TOTAL_TOO_HIGH")
      return failed({ problem: (await requestTranslations("checkout"))("totalTooHigh") });
    refresh();
    return failed({ changes: await describeChanges(session.user.id, shown, locale) });
  });
}

async function describeErrors(errors: DeliveryErrors): Promise<CheckoutState["errors"]> {
  const t = await requestTranslations("checkout");
  return Object.fromEntries(Object.entries(errors).map(([field, code]) => [field, t(`errors.${code}`)]));
}

async function describeChanges(userId: string, shown: ShownLine[], locale: Locale): Promise<string[]> {
  const t = await requestTranslations("checkout");
  const changes = findOfferChanges(shown, await readCurrentOffer(userId, locale));
  return changes.map((change) => {
    if (change.kind === "OTHER") return t("changes.OTHER");
    const name = isolate(change.name, locale);
    if (change.kind === "SOLD_OUT") return t("changes.SOLD_OUT", { name });
    if (change.kind === "FEWER") return t("changes.FEWER", { name, left: change.left });
    return t("changes.PRICE", { name, was: writeMoney(change.was, locale), is: writeMoney(change.is, locale) });
  });
}
