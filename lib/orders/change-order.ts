import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { OrderState } from "@/lib/db/generated/enums";
import { enqueueMails, type MailFacts } from "@/lib/mail/outbox";

export type ChangedOrder = {
  id: string;
  number: number;
  totalCents: number;
  currency: string;
  state: OrderState;
  paymentId: string | null;
  paidAt: Date | null;
  /** The language of the order, for its mails. */
  locale: string;
  /** These three are null once the account is deleted; a member may also have no time zone. */
  userId: string | null;
  email: string | null;
  timeZone: string | null;
};

/** Accepts a placed order. Null if it is in another state, or was to be paid by card and is not. */
export async function acceptOrder(transaction: Transaction, id: string): Promise<ChangedOrder | null> {
  return await changeOrder(transaction, {
    id,
    from: ["PLACED"],
    if: Prisma.sql`("payment" = 'INVOICE' OR "paidAt" IS NOT NULL)`,
    set: Prisma.sql`"state" = 'ACCEPTED', "acceptedAt" = now()`,
  });
}

/** Marks an accepted order as sent. Null if it is in another state. */
export async function markOrderSent(transaction: Transaction, id: string): Promise<ChangedOrder | null> {
  return await changeOrder(transaction, {
    id,
    from: ["ACCEPTED"],
    set: Prisma.sql`"state" = 'SENT', "sentAt" = now()`,
  });
}

type Payment = { id: string; paymentId: string; totalCents: number; currency: string };

/** Notes that an order by card is paid, even one that was cancelled. Null for a paid one, or another amount. */
export async function markOrderPaid(
  transaction: Transaction,
  { id, paymentId, totalCents, currency }: Payment,
): Promise<ChangedOrder | null> {
  return await changeOrder(transaction, {
    id,
    from: ["PLACED", "CANCELLED"],
    if: Prisma.sql`"payment" = 'CARD' AND "paidAt" IS NULL AND "totalCents" = ${totalCents} AND "currency" = ${currency}`,
    set: Prisma.sql`"paidAt" = now(), "payBy" = NULL, "paymentId" = ${paymentId}`,
  });
}

type Cancellation = {
  id: string;
  /** A member cancels what is PLACED; staff also what is ACCEPTED. */
  from: readonly ("PLACED" | "ACCEPTED")[];
  /** In the words of staff, for the customer. */
  reason: string | null;
  if?: Prisma.Sql | undefined;
};

/** Cancels an order, and puts back its pieces and what was paid by card, once. Null if it is in another state. */
export async function cancelOrder(
  transaction: Transaction,
  { reason, ...change }: Cancellation,
): Promise<ChangedOrder | null> {
  const order = await changeOrder(transaction, {
    ...change,
    set: Prisma.sql`"state" = 'CANCELLED', "cancelledAt" = now(), "payBy" = NULL, "cancelReason" = ${reason}`,
  });
  if (order === null) return null;
  await returnStock(transaction, order.id);
  if (order.paidAt !== null) await enqueueRefund(transaction, order);
  return order;
}

/** Writes down that a payment is to be given back. False if it was before, or if there is none. */
export async function enqueueRefund(
  transaction: Transaction,
  { id: orderId, paymentId }: Pick<ChangedOrder, "id" | "paymentId">,
): Promise<boolean> {
  if (paymentId === null) return false;
  const { count } = await transaction.refund.createMany({ data: [{ paymentId, orderId }], skipDuplicates: true });
  return count === 1;
}

/** The state is tested in the UPDATE, so that of two changes at once the second finds the first. */
async function changeOrder(
  transaction: Transaction,
  change: { id: string; from: readonly OrderState[]; if?: Prisma.Sql | undefined; set: Prisma.Sql },
): Promise<ChangedOrder | null> {
  const [order] = await transaction.$queryRaw<ChangedOrder[]>`
    WITH changed AS (
      UPDATE "Order" SET ${change.set}
      WHERE "id" = ${change.id}::uuid AND "state"::text = ANY(${change.from}) AND ${change.if ?? Prisma.sql`TRUE`}
      RETURNING "id", "number", "totalCents", "currency", "state", "paymentId", "paidAt", "locale", "userId"
    )
    SELECT changed.*, owner."email", owner."timeZone"
    FROM changed LEFT JOIN "User" owner ON owner."id" = changed."userId"`;
  return order ?? null;
}

/** An order as a change gives it. Null if it is gone. */
export async function readChangedOrder(transaction: Transaction, id: string): Promise<ChangedOrder | null> {
  const order = await transaction.order.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      totalCents: true,
      currency: true,
      state: true,
      paymentId: true,
      paidAt: true,
      locale: true,
      userId: true,
      user: { select: { email: true, timeZone: true } },
    },
  });
  if (order === null) return null;
  const { user, ...rest } = order;
  return { ...rest, email: user?.email ?? null, timeZone: user?.timeZone ?? null };
}

/** In the order of ids, as they are taken. Products whose pieces are not counted stay so. */
async function returnStock(transaction: Transaction, orderId: string): Promise<void> {
  await transaction.$executeRaw`
    WITH returned AS MATERIALIZED (
      SELECT product."id", line."quantity" FROM "OrderLine" line JOIN "Product" product ON product."id" = line."productId"
      WHERE line."orderId" = ${orderId}::uuid ORDER BY product."id" FOR NO KEY UPDATE OF product
    )
    UPDATE "Product" SET "stock" = "stock" + returned."quantity" FROM returned
    WHERE "Product"."id" = returned."id" AND "stock" IS NOT NULL`;
}

/** Tells the customer, in the language of the order. Does nothing once the account is deleted. */
export async function enqueueOrderMail(
  transaction: Transaction,
  order: Omit<ChangedOrder, "state" | "paymentId" | "paidAt">,
  about: Pick<MailFacts["order"], "act" | "reason">,
): Promise<void> {
  const { id, number, totalCents, currency, userId, email, locale, timeZone } = order;
  if (userId === null || email === null) return;
  const lines = await transaction.orderLine.findMany({
    where: { orderId: id },
    orderBy: { position: "asc" },
    select: { name: true, quantity: true, unitPriceCents: true },
  });
  await enqueueMails(transaction, {
    kind: "order",
    facts: { ...about, number, lines, totalCents, currency },
    change: `${id}:${about.act}`,
    to: { id: userId, email, locale, timeZone },
  });
}
