import { Badge } from "@/components/ui/badge";
import { getTranslations } from "@/lib/i18n/page-translations";
import { isUnpaid } from "@/lib/orders/own-orders";

const tones = {
  PLACED: "info",
  ACCEPTED: "accent",
  SENT: "success",
  CANCELLED: "neutral",
  UNPAID: "warning",
} as const;

export async function OrderStateBadge({ order }: { order: Parameters<typeof isUnpaid>[0] }) {
  const state = isUnpaid(order) ? "UNPAID" : order.state;
  const t = await getTranslations("orders");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
