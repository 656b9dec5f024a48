import { z } from "zod";
import {
  listHref,
  readPosition,
  startOfDay,
  typedDay,
  typedText,
  writePosition,
} from "@/app/[locale]/admin/list-query";
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
  const after = readPosition(searchParams.after, z.uuid(), 200);
  const before = after ? undefined : readPosition(searchParams.before, z.uuid(), 200);
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
