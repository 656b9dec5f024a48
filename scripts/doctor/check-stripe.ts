import { type Finding, findingsOf } from "@/lib/checks/findings";
import type { Env } from "@/lib/env";
import { isLoopback } from "@/lib/hosts";
import { paymentEventKinds } from "@/lib/payment/stripe";
import { ProviderError } from "@/scripts/providers/provider-request";
import { openStripeAccount, stripeWebhookPath } from "@/scripts/providers/stripe-account";

const webhooksPage = "https://dashboard.stripe.com/webhooks";

/** What `npm run doctor` finds at Stripe. */
const finding = findingsOf({
  STRIPE_KEY: [
    "error",
    "Stripe refuses STRIPE_SECRET_KEY.",
    "Nobody can pay by card, and nothing is paid back.",
    "Create a key at https://dashboard.stripe.com/apikeys, and put it into STRIPE_SECRET_KEY.",
  ],
  STRIPE_SANDBOX: [
    "warning",
    "STRIPE_SECRET_KEY is of a sandbox.",
    "Orders by card look paid, and no money moves.",
    "Put a live key into STRIPE_SECRET_KEY before you sell.",
  ],
  STRIPE_WEBHOOK_HIDDEN: [
    "unchecked",
    "STRIPE_SECRET_KEY may not read webhook endpoints.",
    "Nobody can tell from here whether Stripe tells the shop of payments.",
    `Give the key "Webhook Endpoints: read", or look at ${webhooksPage}.`,
  ],
  STRIPE_WEBHOOK_MISSING: [
    "error",
    "Stripe has no webhook endpoint at {path} of this shop.",
    "A payment shows only when its member comes back to the shop.",
    `Add it at ${webhooksPage}, and put its signing secret into STRIPE_WEBHOOK_SECRET.`,
  ],
  STRIPE_WEBHOOK_OFF: [
    "error",
    "The webhook endpoint of this shop is disabled.",
    "A payment shows only when its member comes back to the shop.",
    `Enable it at ${webhooksPage}.`,
  ],
  STRIPE_WEBHOOK_EVENTS: [
    "error",
    "The webhook endpoint of this shop does not get {events}.",
    "The shop learns too late what happened to a payment.",
    `Add these events at ${webhooksPage}.`,
  ],
});

/** Nothing is looked at where the shop takes no cards. Whether the signing secret is right, no API tells. */
export async function checkStripe(source: NodeJS.Dict<string>, settings: Env): Promise<{ findings: Finding[] }> {
  const key = settings.STRIPE_SECRET_KEY;
  if (key === undefined) return { findings: [] };
  const isSandbox = key.includes("_test_") && !isLoopback(new URL(settings.APP_URL));
  const sandbox = isSandbox ? [finding("STRIPE_SANDBOX")] : [];
  try {
    return { findings: [...sandbox, ...(await checkEndpoint(source, key, settings.APP_URL))] };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.status === 401) return { findings: [finding("STRIPE_KEY")] };
    if (error.status === 403) return { findings: [...sandbox, finding("STRIPE_WEBHOOK_HIDDEN")] };
    throw error;
  }
}

async function checkEndpoint(source: NodeJS.Dict<string>, key: string, shopUrl: string): Promise<Finding[]> {
  const endpoints = await openStripeAccount(source, key).listEndpoints();
  const endpoint = endpoints.find(({ url }) => url.replace(/\/$/, "") === `${shopUrl}${stripeWebhookPath}`);
  if (endpoint === undefined) return [finding("STRIPE_WEBHOOK_MISSING", { path: stripeWebhookPath })];
  if (endpoint.status !== "enabled") return [finding("STRIPE_WEBHOOK_OFF")];
  const { enabled_events: enabled } = endpoint;
  const missing = paymentEventKinds.filter((kind) => !enabled.includes(kind) && !enabled.includes("*"));
  return missing.length === 0 ? [] : [finding("STRIPE_WEBHOOK_EVENTS", { events: missing.join(", ") })];
}
