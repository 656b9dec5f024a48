import { ButtonLink } from "@/components/ui/button";
import { Price } from "@/components/ui/price";
import { writeMoney } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import type { ProductView } from "@/lib/storefront/products";

/** Price and story of a product that the visitor may see. */
export async function OpenOffer({ product }: { product: Exclude<ProductView, { access: "locked" }> }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("product")]);
  return (
    <>
      <div className="grid gap-1 border-line border-y py-5">
        {product.access === "member" ? (
          <>
            <Price cents={product.memberPriceCents} was={product.priceCents} className="font-bold text-title" />
            <p className="text-ink-muted">
              {t("memberSaving", { amount: writeMoney(product.priceCents - product.memberPriceCents, locale) })}
            </p>
          </>
        ) : (
          <>
            <Price cents={product.priceCents} className="font-bold text-title" />
            <p className="text-ink-muted">{t("membersPayLess")}</p>
            <div className="mt-3 flex flex-wrap gap-3">
              <ButtonLink href={`/login?next=/products/${product.slug}`} prefetch={false}>
                {t("logInForPrice")}
              </ButtonLink>
              <ButtonLink href={`/register?next=/products/${product.slug}`} prefetch={false} variant="secondary">
                {t("register")}
              </ButtonLink>
            </div>
          </>
        )}
      </div>
      <div className="grid gap-5 font-serif text-[1.1875rem] leading-[1.6]">
        {product.description.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </>
  );
}
