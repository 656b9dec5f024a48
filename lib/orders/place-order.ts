import { recordEvent, recordOwnEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import type { PaymentMethod } from "@/lib/db/generated/enums";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import type { Visitor } from "@/lib/http/visitor";
import type { Locale } from "@/lib/i18n/locales";
import { maskEmail } from "@/lib/identifier";
import { type Charge, consume, refund } from "@/lib/limits/consume";
import { fail, ok, type Result } from "@/lib/result";
import { lockSession } from "@/lib/users/locks";
import { shopConfig } from "@/shop.config";
import { enqueueOrderMail } from "./change-order";
import type { Delivery } from "./delivery";
import { findOfferChanges, type OfferLine, readOffer, type ShownLine, totalOf } from "./offer";

export type MemberSession = { id: string; user: { id: string; email: string; timeZone: string | null } };

export type OrderForm = {
  delivery: Delivery;
  payment: PaymentMethod;
  /** Random, made with the form. */
  idempotencyKey: string;
  /** What the page showed: what differs from the rows is not ordered. */
  shown: ShownLine[];
  locale: Locale;
};

export type PlacedOrder = { id: string; number: number; payment: PaymentMethod };

/** How long an order by card keeps its pieces unpaid: Stripe's page lives 30 minutes at least. */
export const holdMinutes = 35;

/** In the currency's smallest unit: the most that Stripe takes (docs.stripe.com/currencies). */
const mostTotalCents = 99_999_999;

export type OrderRefusal = "OFFER_CHANGED" | "SESSION_ENDED" | "TOTAL_TOO_HIGH";

/** Orders what is in a member's bag, at the prices of the products' rows, in one transaction: takes the stock, empties
 * the bag, audits and mails. Cards are mailed once paid. A second press gives the same order. Throws TooManyRequests. */
export async function placeOrder(
  session: MemberSession,
  form: OrderForm,
  visitor: Visitor,
): Promise<Result<PlacedOrder, OrderRefusal>> {
  const placed = await findPlaced(db(), session.user.id, form.idempotencyKey);
  if (placed !== null) return ok(placed);
  const charges: Charge[] = [{ policy: "order.user.day", subject: session.user.id }];
  await chargeMember(charges, session, visitor);
  let isNew = false;
  try {
    const outcome = await db().$transaction((transaction) => placeOnce(transaction, session, form, visitor));
    if (!outcome.ok) return outcome;
    isNew = outcome.value.isNew;
    const { id, number, payment } = outcome.value;
    return ok({ id, number, payment });
  } finally {
    if (!isNew) await refund(charges);
  }
}

/** Throws TooManyRequests, and audits the first time. */
export async function chargeMember(
  charges: Charge[],
  { user }: MemberSession,
  { ip, userAgent }: Visitor,
): Promise<void> {
  const decision = await consume(charges);
  if (decision.isAllowed) return;
  const { isFirst, policy, subject, retryAt } = decision;
  const maskedIdentifier = maskEmail(user.email);
  const entry = { name: "limit_reached", maskedIdentifier, ip, userAgent, details: { policy, subject } } as const;
  if (isFirst) await recordEvent(db(), entry);
  throw new TooManyRequests(retryAt);
}

async function findPlaced(
  database: Pick<Transaction, "order">,
  userId: string,
  idempotencyKey: string,
): Promise<PlacedOrder | null> {
  return await database.order.findUnique({
    where: { userId_idempotencyKey: { userId, idempotencyKey } },
    select: { id: true, number: true, payment: true },
  });
}

/** Locks the session, the bag, then the products by id: presses at once wait for each other at the first two. */
async function placeOnce(
  transaction: Transaction,
  session: MemberSession,
  { delivery, payment, idempotencyKey, shown, locale }: OrderForm,
  visitor: Visitor,
): Promise<Result<PlacedOrder & { isNew: boolean }, OrderRefusal>> {
  const { id: userId, email, timeZone } = session.user;
  if ((await lockSession(transaction, session.id)) === null) return fail("SESSION_ENDED");
  const offer = await readOffer(transaction, userId, locale, { isForOrder: true });
  const placed = await findPlaced(transaction, userId, idempotencyKey);
  if (placed !== null) return ok({ ...placed, isNew: false });
  const lines = offer.filter(({ quantity }) => quantity > 0);
  if (lines.length === 0 || findOfferChanges(shown, offer).length > 0) return fail("OFFER_CHANGED");
  const [totalCents, currency] = [totalOf(lines), shopConfig.currency];
  if (totalCents > mostTotalCents) return fail("TOTAL_TOO_HIGH");
  await takeStock(transaction, lines);
  const order = await transaction.order.create({
    data: {
      ...delivery,
      userId,
      idempotencyKey,
      payment,
      payBy: payment === "CARD" ? new Date(Date.now() + holdMinutes * 60_000) : null,
      locale,
      currency,
      totalCents,
      lines: {
        create: lines.map(({ productId, name, quantity, unitPriceCents }, position) => {
          return { position, productId, name, quantity, unitPriceCents };
        }),
      },
    },
    select: { id: true, number: true, payment: true },
  });
  await transaction.bagItem.deleteMany({
    where: { bag: { userId }, productId: { in: lines.map(({ productId }) => productId) } },
  });
  await recordOwnEvent(transaction, userId, visitor, {
    name: "order_placed",
    details: { number: order.number, totalCents, currency },
  });
  const changed = { ...order, totalCents, currency, locale, userId, email, timeZone };
  if (payment === "INVOICE") await enqueueOrderMail(transaction, changed, { act: "placed", reason: null });
  return ok({ ...order, isNew: true });
}

/** Refused by each row where fewer are left, though the lock is held: the last word on an oversell. */
async function takeStock(transaction: Transaction, lines: OfferLine[]): Promise<void> {
  const ids = lines.map(({ productId }) => productId);
  const quantities = lines.map(({ quantity }) => quantity);
  const taken = await transaction.$executeRaw`
    UPDATE "Product" SET "stock" = "stock" - line."quantity"
    FROM unnest(${ids}::uuid[], ${quantities}::int[]) AS line("id", "quantity")
    WHERE "Product"."id" = line."id" AND ("stock" IS NULL OR "stock" >= line."quantity")`;
  if (taken !== lines.length) throw new Error("A product has fewer pieces than its locked row said.");
}
