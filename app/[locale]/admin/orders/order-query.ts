import { z } from "zod";
import type { OrderFilter, OrderPosition } from "@/lib/admin/list-orders";
import { orderStates } from "./order-words";

const dayMs = 86_400_000;

// PostgreSQL refuses NUL; names hold no control characters.
const text = z
  .string()
  .max(1_000)
  .transform((typed) =>
    typed
      .replace(/\p{Cc}/gu, "")
      .trim()
      .slice(0, 320),
  )
  .optional()
  .catch(undefined);
const day = z.iso
  .date()
  .refine((typed) => typed >= "1970" && typed < "9999")
  .optional()
  .catch(undefined);
const fieldsSchema = z.object({
  q: text,
  customer: text,
  state: z.enum(orderStates).optional().catch(undefined),
  from: day,
  to: day,
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

/** Days are UTC; a range includes its last day. */
export function filterOf({ q, state, from, to }: OrderFields, customerId: string | undefined): OrderFilter {
  return {
    search: q || undefined,
    customerId,
    state,
    from: from === undefined ? undefined : new Date(from),
    before: to === undefined ? undefined : new Date(Date.parse(to) + dayMs),
  };
}

export function orderListHref({ fields, after, before }: OrderQuery, path = "/admin/orders"): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value) parameters.set(name, value);
  if (after) parameters.set("after", writePosition(after));
  if (before) parameters.set("before", writePosition(before));
  return `${path}${parameters.size > 0 ? `?${parameters}` : ""}`;
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
