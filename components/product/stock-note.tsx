import { getTranslations } from "@/lib/i18n/page-translations";

/** Whether it is sold out, or how few are left; else nothing. */
export async function StockNote({ left }: { left: number | null }) {
  if (left === null) return null;
  const t = await getTranslations("product");
  return left === 0 ? (
    <span className="font-semibold text-fine text-ink-muted">{t("soldOut")}</span>
  ) : (
    <span className="font-semibold text-fine text-warning">{t("onlyLeft", { left })}</span>
  );
}
