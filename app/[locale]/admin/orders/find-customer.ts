import { redirect } from "next/navigation";
import { type AuditPerson, findAuditPerson } from "@/lib/admin/list-audit-events";
import type { OrderFilter } from "@/lib/admin/orders/list-orders";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { filterOf, type OrderQuery, orderListHref } from "./order-query";

/** `filter`: null where nobody is called so. */
export type FoundOrders = { filter: OrderFilter | null; customer: AuditPerson | null };

/** Names the customer by id in the address, so that no email stays there. */
export async function findCustomer(query: OrderQuery, path: string): Promise<FoundOrders> {
  const { customer: typed } = query.fields;
  if (!typed) return { filter: filterOf(query.fields, undefined), customer: null };
  const customer = await orUnavailable(() => findAuditPerson(typed));
  if (customer === null) return { filter: null, customer: null };
  if (customer.id !== typed)
    redirect(orderListHref({ ...query, fields: { ...query.fields, customer: customer.id } }, path));
  return { filter: filterOf(query.fields, customer.id), customer };
}
