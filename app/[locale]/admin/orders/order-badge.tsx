import { Badge } from "@/components/ui/badge";
import { getTranslations } from "@/lib/i18n/page-translations";
import { isUnpaid } from "@/lib/orders/own-orders";
import { orderTones } from "./order-words";

/** An order that waits for its payment says so: staff need not look at it yet. */
export async function OrderBadge({ order }: { order: Parameters<typeof isUnpaid>[0] }) {
  const state = isUnpaid(order) ? "UNPAID" : order.state;
  return <Badge tone={orderTones[state]}>{(await getTranslations("adminOrders"))(`states.${state}`)}</Badge>;
}
