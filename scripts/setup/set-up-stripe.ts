import { isLoopback } from "@/lib/hosts";
import { type StripeAccount, stripeWebhookPath } from "@/scripts/providers/stripe-account";
import { act, type SetupRun } from "./setup-step";

/** Adds the webhook endpoint, and writes both variables. Stripe tells a signing secret once. */
export async function setUpStripe(run: SetupRun, stripe: StripeAccount, secretKey: string): Promise<void> {
  const { env, tell, leave } = run;
  const step = "Stripe webhook";
  const shop = new URL(env.input("APP_URL") ?? "");
  if (isLoopback(shop)) return tell({ step, outcome: "skipped", detail: "Stripe cannot reach this machine" });
  const url = `${shop.origin}${stripeWebhookPath}`;
  const present = (await stripe.listEndpoints()).some((endpoint) => endpoint.url === url);
  const kept = env.find("STRIPE_WEBHOOK_SECRET");
  if (present && kept === undefined) {
    tell({ step, outcome: "found", detail: url });
    return leave(
      "Copy the signing secret of the endpoint at https://dashboard.stripe.com/webhooks into STRIPE_WEBHOOK_SECRET, and STRIPE_SECRET_KEY into .env beside it.",
    );
  }
  if (present) tell({ step, outcome: "found", detail: url });
  else {
    const secret = await act(run, { step, outcome: "created", detail: url }, () => stripe.addEndpoint(shop.origin));
    if (secret !== null) env.save("STRIPE_WEBHOOK_SECRET", secret);
  }
  if (env.inFile("STRIPE_SECRET_KEY") !== secretKey) env.save("STRIPE_SECRET_KEY", secretKey);
}
