import { getTranslations } from "@/lib/i18n/page-translations";
import { classNames } from "./class-names";
import { hidden } from "./rich-text";

export async function EnamelNumber({ value, className }: { value: number; className?: string }) {
  const t = await getTranslations("ui");
  return (
    <span className={classNames("house-number", className)}>
      {t.rich("number", { value: String(value), ...hidden })}
    </span>
  );
}
