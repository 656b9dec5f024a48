import { writeMoney } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { classNames } from "./class-names";
import { hidden } from "./rich-text";

/** `was`: the struck-out public price. */
export async function Price({ cents, was, className }: { cents: number; was?: number; className?: string }) {
  const t = await getTranslations("ui");
  const locale = await getLocale();
  const price = writeMoney(cents, locale);
  return (
    <span className={classNames("price", className)}>
      {was === undefined || was === cents ? (
        <span>{price}</span>
      ) : (
        <>
          <s>{t.rich("publicPrice", { price: writeMoney(was, locale), ...hidden })}</s>
          <span>{t.rich("memberPrice", { price, ...hidden })}</span>
        </>
      )}
    </span>
  );
}
