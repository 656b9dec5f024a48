import { EmptyState } from "@/components/layout/page-heading";
import { ProductTile } from "@/components/product/product-tile";
import { Price } from "@/components/ui/price";
import { getTranslations } from "@/lib/i18n/page-translations";
import type { MemberProductCard } from "@/lib/storefront/products";

/** The member-only pieces, in colour and with their price. */
export async function KeptForYou({ pieces }: { pieces: MemberProductCard[] }) {
  const t = await getTranslations("home");
  return (
    <section aria-labelledby="kept-heading" className="border-line border-y bg-surface">
      <div className="shell py-14 sm:py-20">
        <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 sm:mb-10">
          <h2 id="kept-heading" className="font-bold text-title">
            {t("kept.heading")}
          </h2>
          <p className="max-w-[30rem] text-ink-muted">{t("kept.lead")}</p>
        </div>
        {pieces.length === 0 ? (
          <EmptyState title={t("kept.emptyTitle")}>{t("kept.empty")}</EmptyState>
        ) : (
          <div className="grid grid-cols-2 gap-x-4 gap-y-9 md:gap-x-6 lg:grid-cols-4">
            {pieces.map((piece) => (
              <ProductTile
                key={piece.slug}
                href={`/products/${piece.slug}`}
                name={piece.name}
                tagline={piece.tagline}
                art={piece.art}
                number={piece.number}
              >
                <Price cents={piece.memberPriceCents} was={piece.priceCents} />
              </ProductTile>
            ))}
          </div>
        )}
      </div>
    </section>
  );
}
