import { z } from "zod";
import { listHref, startOfDay, typedDay, typedText } from "@/app/[locale]/admin/list-query";
import type { OrderFilter, OrderPosition } from "@/lib/admin/orders/list-orders";
import { orderStates } from "./order-words";

const fieldsSchema = z.object({
  q: typedText(320),
  customer: typedText(320),
  state: z.enum(orderStates).optional().catch(undefined),
  from: typedDay,
  to: typedDay,
});

export type OrderFields = z.output<typeof fieldsSchema>;

/** From the URL, so that a list can be shared. */
export type OrderQuery = {
  fields: OrderFields;
  after?: OrderPosition | undefined;
  before?: OrderPosition | undefined;
};

export function readOrderQuery(searchParams: Record<string, string | string[] | undefined>): OrderQuery {
  const { q, ...fields } = fieldsSchema.parse(searchParams);
  const after = readPosition(searchParams.after);
  const before = after ? undefined : readPosition(searchParams.before);
  // Only an address has one.
  if (q?.includes("@")) return { fields: { ...fields, customer: q }, after, before };
  return { fields: { ...fields, q }, after, before };
}

export function filterOf({ q, state, from, to }: OrderFields, customerId: string | undefined): OrderFilter {
  return {
    search: q || undefined,
    customerId,
    state,
    from: startOfDay(from),
    before: startOfDay(to, 1),
  };
}

export function orderListHref({ fields, after, before }: OrderQuery, path = "/admin/orders"): string {
  return listHref(path, fields, { after: after && writePosition(after), before: before && writePosition(before) });
}

function writePosition({ at, id }: OrderPosition): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");
}

const position = z.object({ at: z.iso.datetime({ precision: 3 }), id: z.uuid() });

/** Undefined unless written by `writePosition`. */
function readPosition(typed: unknown): OrderPosition | undefined {
  if (typeof typed !== "string" || typed.length > 200) return undefined;
  const [at, id, ...rest] = Buffer.from(typed, "base64url").toString("utf8").split(" ");
  const read = position.safeParse({ at, id });
  return read.success && rest.length === 0 ? { at: new Date(read.data.at), id: read.data.id } : undefined;
}
