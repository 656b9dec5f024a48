import { Badge } from "@/components/ui/badge";
import { getTranslations } from "@/lib/i18n/page-translations";
import { type OrderStanding, shownState } from "@/lib/orders/own-orders";

const tones = {
  PLACED: "info",
  ACCEPTED: "accent",
  SENT: "success",
  CANCELLED: "neutral",
  UNPAID: "warning",
} as const;

export async function OrderStateBadge({ order }: { order: OrderStanding }) {
  const state = shownState(order);
  const t = await getTranslations("orders");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
