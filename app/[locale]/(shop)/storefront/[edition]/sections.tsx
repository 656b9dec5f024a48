import { EmptyState } from "@/components/layout/empty-state";
import { ForMembers, ForVisitors } from "@/components/layout/for-visitors";
import { SectionHeading } from "@/components/layout/page-heading";
import { ProductTile } from "@/components/product/product-tile";
import { StockNote } from "@/components/product/stock-note";
import { Shelf } from "@/components/product-art/product-art";
import { ButtonLink } from "@/components/ui/button";
import { KeyRound } from "@/components/ui/icon";
import { Price } from "@/components/ui/price";
import { formatTag, type Locale } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { publicPath } from "@/lib/i18n/public-path";
import type { ProductTeaser, PublicProductCard } from "@/lib/storefront/products";

type SignProps = { count: number; saving: SavingWords };

/** The enamel sign over the door. */
export async function Sign({ count, saving }: SignProps) {
  const t = await getTranslations("storefront");
  return (
    <section className="shell pt-4 sm:pt-6">
      <div className="overflow-hidden rounded-card bg-accent p-1.5 text-on-accent">
        <div className="grid overflow-hidden rounded-[0.4rem] border-2 border-on-accent lg:grid-cols-[1.3fr_1fr]">
          <div className="flex flex-col justify-between gap-7 p-6 sm:p-10 lg:p-14">
            <h1 className="max-w-[9ch] font-extrabold text-display">{t("heading", { count })}</h1>
            <div className="grid gap-6">
              <p className="max-w-[34rem] text-lead">{t("lead", saving)}</p>
              <div className="flex flex-wrap gap-3">
                <ForVisitors>
                  <ButtonLink href="/register" prefetch={false} variant="inverse">
                    {t("register")}
                  </ButtonLink>
                </ForVisitors>
                <ForMembers>
                  <ButtonLink href="/home" prefetch={false} variant="inverse">
                    {t("yourPrices")}
                  </ButtonLink>
                </ForMembers>
                <a
                  href="#range"
                  className="inline-flex min-h-12 items-center sm:px-4 font-semibold underline decoration-2 underline-offset-4 hover:decoration-4"
                >
                  {t("seeRange")}
                </a>
              </div>
            </div>
          </div>
          <Shelf className="h-full max-h-[22rem] min-h-64 w-full bg-stock-butter lg:max-h-none" />
        </div>
      </div>
    </section>
  );
}

type RangeProps = { products: PublicProductCard[]; saving: SavingWords };

/** All public pieces, the first one large. */
export async function Range({ products, saving }: RangeProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("storefront")]);
  return (
    <section id="range" aria-labelledby="range-heading" className="shell scroll-mt-4 py-14 sm:py-20">
      <SectionHeading id="range-heading" title={t("range.heading")} lead={t("range.lead")} />
      {products.length === 0 ? (
        <EmptyState title={t("range.emptyTitle")}>{t("range.empty")}</EmptyState>
      ) : (
        <div className="grid grid-cols-2 gap-x-4 gap-y-9 md:grid-cols-3 md:gap-x-6 lg:grid-cols-4">
          {products.map((product, index) => (
            <ProductTile
              key={product.slug}
              href={publicPath(`/products/${product.slug}`, locale)}
              name={product.name}
              tagline={product.tagline}
              art={product.art}
              number={product.number}
              isFeatured={index === 0}
              className={index === 0 ? "col-span-2 md:row-span-2" : undefined}
            >
              <Price cents={product.priceCents} />
              <StockNote left={product.left} />
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

type KeptForMembersProps = { pieces: ProductTeaser[]; saving: SavingWords };

export async function KeptForMembers({ pieces, saving }: KeptForMembersProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("storefront")]);
  return (
    <section id="members" aria-labelledby="members-heading" className="border-line border-t bg-surface">
      <div className="shell grid gap-x-14 gap-y-10 py-14 sm:py-20 lg:grid-cols-[20rem_1fr]">
        <div className="grid content-start gap-6">
          <h2 id="members-heading" className="font-bold text-title">
            {t("kept.heading")}
          </h2>
          <p className="text-ink-muted text-lead">{t("kept.lead")}</p>
          <ul className="grid gap-px overflow-hidden border-line border-y bg-line">
            {[t("kept.prices", saving), t("kept.pieces"), t("kept.room"), t("kept.free")].map((benefit) => (
              <li key={benefit} className="bg-surface py-3 font-medium">
                {benefit}
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-3">
            <ForVisitors>
              <ButtonLink href="/register" prefetch={false}>
                {t("register")}
              </ButtonLink>
              <ButtonLink href="/login?next=/home" prefetch={false} variant="secondary">
                {t("logIn")}
              </ButtonLink>
            </ForVisitors>
            <ForMembers>
              <ButtonLink href="/home" prefetch={false}>
                {t("kept.toRoom")}
              </ButtonLink>
            </ForMembers>
          </div>
        </div>
        <div className="grid grid-cols-2 gap-x-4 gap-y-9 md:gap-x-6">
          {pieces.map((piece) => (
            <ProductTile
              key={piece.slug}
              href={publicPath(`/products/${piece.slug}`, locale)}
              name={piece.name}
              tagline={piece.tagline}
              art={piece.art}
              number={piece.number}
              isVeiled
            >
              <span className="inline-flex items-center gap-1.5 text-accent-text text-fine">
                <KeyRound className="size-4" /> {t("kept.membersOnly")}
              </span>
            </ProductTile>
          ))}
        </div>
      </div>
    </section>
  );
}

/** `saving` chooses the wording. */
export type SavingWords = { saving: "none" | "upTo" | "range"; least: string; most: string };

/** Takes whole percents. */
export function savingWords(percent: { least: number; most: number } | null, locale: Locale): SavingWords {
  const { least, most } = percent ?? { least: 0, most: 0 };
  const tag = formatTag(locale);
  return {
    saving: most < 1 ? "none" : least === most || least < 1 ? "upTo" : "range",
    least: new Intl.NumberFormat(tag).format(least),
    most: new Intl.NumberFormat(tag, { style: "percent" }).format(most / 100),
  };
}
