import { env } from "@/lib/env";

/** Where a form's answer may lead besides the shop: Chromium holds `form-action` against redirects too. Safe on the edge. */
export function paymentSources(): string[] {
  const { STRIPE_SECRET_KEY, STRIPE_CHECKOUT_URL } = env();
  return STRIPE_SECRET_KEY ? [new URL(STRIPE_CHECKOUT_URL).origin] : [];
}
