import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/layout/empty-state";
import { SectionHeading } from "@/components/layout/page-heading";
import { PageBody } from "@/components/layout/page-shell";
import { ProductTile } from "@/components/product/product-tile";
import { StockNote } from "@/components/product/stock-note";
import { Button } from "@/components/ui/button";
import { EnamelNumber } from "@/components/ui/enamel-number";
import { Price } from "@/components/ui/price";
import { mostPieces } from "@/lib/bag/change-bag";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { publicPath } from "@/lib/i18n/public-path";
import { homeGateKey } from "@/lib/storefront/home-gate-key";
import { listMemberProducts, type MemberProductCard } from "@/lib/storefront/products";
import { BlueLine } from "./blue-line";

// The same for all members. Made on the first request, as a build has no database.
export const revalidate = 60;
export const dynamicParams = true;

export function generateStaticParams(): { key: string }[] {
  return [];
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function MembersPage({ params }: { params: Promise<{ locale: string; key: string }> }) {
  const { locale, key } = await params;
  if (key !== homeGateKey || !isLocale(locale)) notFound();
  const products = await listMemberProducts(locale);
  return (
    <PageBody isBleeding>
      <BlueLine />
      <KeptForYou pieces={products.filter((product) => product.isMembersOnly)} />
      <PriceLedger products={products} />
    </PageBody>
  );
}

/** The member-only pieces, in colour and with their price. */
async function KeptForYou({ pieces }: { pieces: MemberProductCard[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("home")]);
  return (
    <section aria-labelledby="kept-heading" className="border-line border-y bg-surface">
      <div className="shell py-14 sm:py-20">
        <SectionHeading id="kept-heading" title={t("kept.heading")} lead={t("kept.lead")} />
        {pieces.length === 0 ? (
          <EmptyState title={t("kept.emptyTitle")}>{t("kept.empty")}</EmptyState>
        ) : (
          <div className="grid grid-cols-2 gap-x-4 gap-y-9 md:gap-x-6 lg:grid-cols-4">
            {pieces.map((piece) => (
              <ProductTile
                key={piece.slug}
                href={publicPath(`/products/${piece.slug}`, locale)}
                name={piece.name}
                tagline={piece.tagline}
                art={piece.art}
                number={piece.number}
              >
                <Price cents={piece.memberPriceCents} was={piece.priceCents} />
                <StockNote left={piece.left} />
              </ProductTile>
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

/** An order form, by room in the order of their first number. */
async function PriceLedger({ products }: { products: MemberProductCard[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("home")]);
  const inOrder = [...products].sort((a, b) => a.number - b.number);
  const rooms = new Set(inOrder.map((product) => product.category));
  return (
    <section aria-labelledby="ledger-heading" className="shell py-14 sm:py-20">
      <SectionHeading id="ledger-heading" title={t("prices")} lead={t("order.lead")} />
      <form action="/bag/add" method="post" className="grid gap-x-12 gap-y-10 lg:grid-cols-3">
        {[...rooms].map((room) => (
          <Room
            key={room}
            name={room}
            products={inOrder.filter((product) => product.category === room)}
            locale={locale}
          />
        ))}
        <div className="lg:col-span-3 lg:justify-self-end">
          <Button type="submit" className="max-sm:w-full">
            {t("order.submit")}
          </Button>
        </div>
      </form>
    </section>
  );
}

type RoomProps = { name: string; products: MemberProductCard[]; locale: Locale };

async function Room({ name, products, locale }: RoomProps) {
  const t = await getTranslations("home");
  return (
    <div>
      <h3 className="border-ink border-b-2 pb-2 font-semibold text-heading">{name}</h3>
      <ul className="ledger divide-y divide-line">
        {products.map((product) => (
          <li key={product.slug}>
            <EnamelNumber value={product.number} />
            <Link href={publicPath(`/products/${product.slug}`, locale)} prefetch={false}>
              {product.name}
            </Link>
            <Price cents={product.memberPriceCents} was={product.priceCents} />
            {product.left === 0 ? (
              <StockNote left={0} />
            ) : (
              <input
                type="number"
                name={product.slug}
                aria-label={t("order.howMany", { name: product.name })}
                placeholder="0"
                min="0"
                max={product.left ?? mostPieces}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
