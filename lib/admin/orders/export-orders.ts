import type { AuditEntry } from "@/lib/audit/events";
import type { CsvField } from "@/lib/csv/csv";
import { db } from "@/lib/db/client";
import { type OrderFilter, type OrderPosition, positionOf, readFilter, readRange } from "./list-orders";

/** Orders held in memory at a time. */
const batchSize = 1_000;

const exported = {
  lines: { orderBy: { position: "asc" }, select: { name: true, quantity: true, unitPriceCents: true } },
  user: { select: { email: true } },
} as const;

async function readBatch(ids: string[]) {
  return await db().order.findMany({
    where: { id: { in: ids } },
    omit: { idempotencyKey: true, paymentId: true, userId: true },
    include: exported,
    orderBy: [{ placedAt: "desc" }, { id: "desc" }],
  });
}

type ExportedOrder = Awaited<ReturnType<typeof readBatch>>[number];

/** Amounts are whole numbers of the currency's smallest unit. */
const fields: Record<string, (order: ExportedOrder) => CsvField> = {
  number: (order) => order.number,
  state: (order) => order.state,
  placed: (order) => order.placedAt,
  accepted: (order) => order.acceptedAt,
  sent: (order) => order.sentAt,
  cancelled: (order) => order.cancelledAt,
  cancel_reason: (order) => order.cancelReason,
  payment: (order) => order.payment,
  paid: (order) => order.paidAt,
  currency: (order) => order.currency,
  total_smallest_unit: (order) => order.totalCents,
  pieces: (order) => order.lines.map(({ quantity, name }) => `${quantity} × ${name}`).join("; "),
  email: (order) => order.user?.email ?? null,
  language: (order) => order.locale,
  name: (order) => order.name,
  line1: (order) => order.line1,
  line2: (order) => order.line2,
  postal_code: (order) => order.postalCode,
  city: (order) => order.city,
  region: (order) => order.region,
  country: (order) => order.country,
  note: (order) => order.note,
};

export const orderCsvColumns = Object.keys(fields);

/** Matching orders as CSV lines, newest first, in batches read on demand. */
export async function* exportOrders(filter: OrderFilter): AsyncGenerator<CsvField[][], void, void> {
  const asked = readFilter(filter);
  if (asked === null) return;
  let place: OrderPosition | undefined;
  for (;;) {
    const found = await readRange(asked, { place, limit: batchSize });
    const last = found.at(-1);
    if (last === undefined) return;
    const orders = await readBatch(found.map(({ id }) => id));
    yield orders.map((order) => Object.values(fields).map((field) => field(order)));
    if (found.length < batchSize) return;
    place = positionOf(last);
  }
}

/** The audit entry. The search text may be somebody's name, and stays out. */
export function orderExportEntry({
  search,
  customerId,
  state,
  from,
  before,
}: OrderFilter): Pick<AuditEntry, "name" | "details"> {
  return {
    name: "orders_exported",
    details: {
      isSearch: Boolean(search),
      customer: customerId ?? null,
      state: state ?? null,
      from: from?.toISOString() ?? null,
      before: before?.toISOString() ?? null,
    },
  };
}
