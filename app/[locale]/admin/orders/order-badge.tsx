import { Badge } from "@/components/ui/badge";
import { getTranslations } from "@/lib/i18n/page-translations";
import { type OrderStanding, shownState } from "@/lib/orders/own-orders";
import { orderTones } from "./order-words";

/** An order that waits for its payment says so: staff need not look at it yet. */
export async function OrderBadge({ order }: { order: OrderStanding }) {
  const state = shownState(order);
  return <Badge tone={orderTones[state]}>{(await getTranslations("adminOrders"))(`states.${state}`)}</Badge>;
}
