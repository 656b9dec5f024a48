import type { AlertTone } from "@/components/ui/alert";
import type { Added, Changed } from "@/lib/bag/change-bag";

export type BagNotice = Added | Changed | "NOTHING_CHOSEN";

const tones: Record<BagNotice, AlertTone> = {
  ADDED: "success",
  ADDED_LESS: "warning",
  NOT_ADDED: "danger",
  NOTHING_CHOSEN: "info",
  CHANGED: "success",
  CHANGED_LESS: "warning",
  REMOVED: "success",
  NOT_CHANGED: "warning",
};

export function findBagNotice(code: unknown): { notice: BagNotice; tone: AlertTone } | null {
  const notice = (Object.keys(tones) as BagNotice[]).find((known) => known === code);
  return notice === undefined ? null : { notice, tone: tones[notice] };
}
