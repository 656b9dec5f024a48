import type { LimitInForce } from "@/lib/admin/limits";
import type { Translations } from "@/lib/i18n/translator";

/** Whom a limit refuses or slows, in words; null: everybody. */
export function nameLimited(
  { who, source }: Pick<LimitInForce, "who" | "source">,
  t: Translations<"adminLimits">,
): string | null {
  return who === null || source === null ? who : t("whoFrom", { who, source });
}
