import { Badge } from "@/components/ui/badge";
import { getTranslations } from "@/lib/i18n/page-translations";
import type { OrderState } from "@/lib/orders/own-orders";

const tones = { PLACED: "info", ACCEPTED: "accent", SENT: "success", CANCELLED: "neutral" } as const;

export async function OrderStateBadge({ state }: { state: OrderState }) {
  const t = await getTranslations("orders");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
