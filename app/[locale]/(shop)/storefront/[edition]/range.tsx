import { ForMembers, ForVisitors } from "@/components/layout/for-visitors";
import { EmptyState } from "@/components/layout/page-heading";
import { ProductTile } from "@/components/product/product-tile";
import { ButtonLink } from "@/components/ui/button";
import { Price } from "@/components/ui/price";
import { getTranslations } from "@/lib/i18n/page-translations";
import type { PublicProductCard } from "@/lib/storefront/products";
import type { SavingWords } from "./saving-words";

type RangeProps = { products: PublicProductCard[]; saving: SavingWords };

/** Everything anyone can buy. The first piece is shown large; a plate in the grid speaks to members. */
export async function Range({ products, saving }: RangeProps) {
  const t = await getTranslations("storefront");
  return (
    <section id="range" aria-labelledby="range-heading" className="shell scroll-mt-4 py-14 sm:py-20">
      <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 sm:mb-10">
        <h2 id="range-heading" className="font-bold text-title">
          {t("range.heading")}
        </h2>
        <p className="max-w-[30rem] text-ink-muted">{t("range.lead")}</p>
      </div>
      {products.length === 0 ? (
        <EmptyState title={t("range.emptyTitle")}>{t("range.empty")}</EmptyState>
      ) : (
        <div className="grid grid-cols-2 gap-x-4 gap-y-9 md:grid-cols-3 md:gap-x-6 lg:grid-cols-4">
          {products.map((product, index) => (
            <ProductTile
              key={product.slug}
              href={`/products/${product.slug}`}
              name={product.name}
              tagline={product.tagline}
              art={product.art}
              number={product.number}
              isFeatured={index === 0}
              className={index === 0 ? "col-span-2 md:row-span-2" : undefined}
            >
              <Price cents={product.priceCents} />
            </ProductTile>
          ))}
          <MembersPlate saving={saving} />
        </div>
      )}
    </section>
  );
}

async function MembersPlate({ saving }: { saving: SavingWords }) {
  const t = await getTranslations("storefront");
  return (
    <div className="plate flex flex-col justify-between gap-6 rounded-card p-5 md:col-span-3 lg:col-span-1">
      <p className="font-bold text-heading sm:text-title">{t("range.plate", saving)}</p>
      <ForVisitors>
        <ButtonLink href="/login" prefetch={false} variant="inverse" size="small" className="self-start">
          {t("logIn")}
        </ButtonLink>
      </ForVisitors>
      <ForMembers>
        <ButtonLink href="/home" prefetch={false} variant="inverse" size="small" className="self-start">
          {t("yourPrices")}
        </ButtonLink>
      </ForMembers>
    </div>
  );
}
