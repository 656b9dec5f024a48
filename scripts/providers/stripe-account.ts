import Stripe from "stripe";
import { clientOptions, paymentEventKinds } from "@/lib/payment/stripe";
import { ProviderError, providerUrls } from "./provider-request";

export const stripeWebhookPath = "/api/webhooks/stripe";

/** What set-up and doctor ask Stripe with `secretKey`. Throws ProviderError. */
export function openStripeAccount(settings: Record<string, string | undefined>, secretKey: string) {
  const options = { ...clientOptions(providerUrls(settings).stripe), timeout: 5_000, maxNetworkRetries: 0 };
  const stripe = new Stripe(secretKey, options);
  return {
    async listEndpoints(): Promise<Stripe.WebhookEndpoint[]> {
      const operation = { action: "list the webhook endpoints", scope: "Webhook Endpoints: read" };
      return (await ask(operation, () => stripe.webhookEndpoints.list({ limit: 100 }))).data;
    },
    /** Gives the secret, which Stripe tells only now. */
    async addEndpoint(shopUrl: string): Promise<string> {
      const wanted = { url: `${shopUrl}${stripeWebhookPath}`, enabled_events: [...paymentEventKinds] };
      const operation = { action: "add a webhook endpoint", scope: "Webhook Endpoints: write" };
      return (await ask(operation, () => stripe.webhookEndpoints.create(wanted))).secret ?? "";
    },
  };
}

export type StripeAccount = ReturnType<typeof openStripeAccount>;

async function ask<Answer>(operation: { action: string; scope: string }, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    // Its message may hold a part of the key.
    throw new ProviderError({ provider: "Stripe", ...operation }, error.statusCode ?? null);
  }
}
