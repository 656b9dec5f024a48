import type { Hono } from "hono";
import type Stripe from "stripe";
import { z } from "zod";
import type { Account } from "@/emulator/state/account";
import { type EmulatorEnv, randomHex, type World } from "@/emulator/state/world";
import { announce } from "./stripe-events";
import { readForm, StripeError } from "./stripe-request";

const refundSchema = z.strictObject({
  payment_intent: z.string(),
  metadata: z.record(z.string(), z.string()).default({}),
});

/** Whole payments given back. @see https://docs.stripe.com/api/refunds/create */
export function addRefunds(app: Hono<EmulatorEnv>, world: World): void {
  app.post("/v1/refunds", async (context) => {
    const { account } = context.var;
    const { payment_intent, metadata } = await readForm(context, refundSchema);
    const { sessions, refunds } = account.stripe;
    const session = [...sessions.values()].find((each) => each.payment_intent === payment_intent);
    if (session === undefined)
      throw new StripeError(404, `No such payment_intent: '${payment_intent}'`, {
        code: "resource_missing",
        param: "payment_intent",
      });
    if ([...refunds.values()].some((each) => each.payment_intent === payment_intent && each.status !== "failed"))
      throw new StripeError(400, "The charge has already been refunded.", { code: "charge_already_refunded" });
    const refund: Stripe.Refund = {
      id: `re_${randomHex(world.state, 24)}`,
      object: "refund",
      amount: session.amount_total ?? 0,
      balance_transaction: null,
      charge: `ch_${randomHex(world.state, 24)}`,
      created: Math.floor(world.nowMs() / 1000),
      currency: session.currency ?? "",
      customer: null,
      customer_account: null,
      metadata,
      payment_intent,
      payment_method: null,
      reason: null,
      receipt_number: null,
      source_transfer_reversal: null,
      status: "succeeded",
      transfer_reversal: null,
    };
    refunds.set(refund.id, refund);
    announce(world, account, "refund.created", refund);
    return context.json(refund);
  });
}

/** As a bank that refuses the money does, days later. False if there is no such refund. */
export function failRefund(world: World, account: Account, id: string): boolean {
  const refund = account.stripe.refunds.get(id);
  if (refund === undefined) return false;
  Object.assign(refund, { status: "failed", failure_reason: "expired_or_canceled_card" });
  announce(world, account, "refund.failed", refund);
  return true;
}
