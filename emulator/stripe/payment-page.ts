import type { Context, Hono } from "hono";
import { html } from "hono/html";
import type Stripe from "stripe";
import type { Account } from "@/emulator/state/account";
import type { EmulatorEnv, World } from "@/emulator/state/world";
import { expireSessions, pay } from "./checkout-sessions";

/** The hosted page at Stripe's own path, without a card's number: buttons say how the payment ends. */
export function addPaymentPage(app: Hono<EmulatorEnv>, world: World): void {
  const find = (context: Context<EmulatorEnv>) => {
    expireSessions(world);
    const id = context.req.param("id") ?? "";
    for (const account of world.state.accounts.values()) {
      const session = account.stripe.sessions.get(id);
      if (session !== undefined) return { account, session };
    }
    return null;
  };
  app.get("/c/pay/:id", (context) => show(context, find(context)));
  app.post("/c/pay/:id", async (context) => {
    const found = find(context);
    if (found?.session.status !== "open") return show(context, found);
    const isDeclined = new URLSearchParams(await context.req.text()).get("card") === "declined";
    if (isDeclined) return show(context, found, "Your card was declined. Try another card.");
    pay(world, found.account, found.session);
    return context.redirect(found.session.success_url ?? "", 303);
  });
}

type Found = { account: Account; session: Stripe.Checkout.Session } | null;

function show(context: Context<EmulatorEnv>, found: Found, problem?: string) {
  const shop = found?.session.success_url ? new URL(found.session.success_url).origin : "";
  context.header(
    "Content-Security-Policy",
    `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${shop}; base-uri 'none'; frame-ancestors 'none'`,
  );
  context.header("Cache-Control", "no-store");
  context.header("Referrer-Policy", "same-origin");
  const title = found?.session.status === "open" ? "Pay" : "Nothing to pay here";
  return context.html(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 28rem; margin: 3rem auto; padding: 0 1rem; }
form { display: grid; gap: 0.75rem; margin: 1.5rem 0; }
button { font: inherit; padding: 0.6rem 1rem; cursor: pointer; }
[role="alert"] { border-inline-start: 4px solid #c00; padding-inline-start: 0.75rem; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>The emulator plays Stripe's payment page on this machine. No money moves.</p>
${found?.session.status === "open" ? payForm(found.session, problem) : ended(found)}
</main>
</body>
</html>`,
    found === null ? 404 : 200,
  );
}

/** docs.stripe.com/currencies#zero-decimal */
const wholeUnits = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));

function payForm(session: Stripe.Checkout.Session, problem: string | undefined) {
  const { amount_total: amount, currency, customer_email: email, cancel_url: back } = session;
  const digits = wholeUnits.has(currency ?? "") ? 0 : 2;
  const money = new Intl.NumberFormat("en", { style: "currency", currency: currency ?? "EUR" });
  return html`${problem === undefined ? "" : html`<p role="alert">${problem}</p>`}
<p>${email} pays ${money.format((amount ?? 0) / 10 ** digits)}.</p>
<form method="post">
<button name="card" value="good">Pay</button>
<button name="card" value="declined">Pay with a card that is declined</button>
</form>
<p><a href="${back}">Back to the shop without paying</a></p>`;
}

function ended(found: Found) {
  if (found === null) return html`<p>There is no such page.</p>`;
  const { status, success_url: forward, cancel_url: back } = found.session;
  return status === "complete"
    ? html`<p>This is paid. <a href="${forward}">Back to the shop</a></p>`
    : html`<p>This page has expired. <a href="${back}">Back to the shop</a></p>`;
}
