import type { PaymentMethod } from "@/lib/db/generated/enums";
import { shopConfig } from "@/shop.config";
import { isCardOn } from "./stripe";

/** The ways to pay that this shop offers; the first is chosen for who chooses none. */
export function paymentMethods(): PaymentMethod[] {
  const methods: PaymentMethod[] = [];
  if (shopConfig.payOnInvoice) methods.push("INVOICE");
  if (isCardOn()) methods.push("CARD");
  return methods;
}
