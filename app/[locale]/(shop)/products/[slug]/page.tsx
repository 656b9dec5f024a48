import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { describePage, pictureAddress } from "@/app/[locale]/(shop)/describe-page";
import { PageBody } from "@/components/layout/page-shell";
import { AddToBag } from "@/components/product/add-to-bag";
import { StockNote } from "@/components/product/stock-note";
import { ProductArt } from "@/components/product-art/product-art";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EnamelNumber } from "@/components/ui/enamel-number";
import { Price } from "@/components/ui/price";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { mostPieces } from "@/lib/bag/change-bag";
import { writeMoney } from "@/lib/i18n/format";
import { getLocale, getPublicPath, getTranslations } from "@/lib/i18n/page-translations";
import { publicAddress } from "@/lib/i18n/public-addresses";
import { describeProduct } from "@/lib/storefront/describe-product";
import { findProduct, type ProductView, type PublicProduct } from "@/lib/storefront/products";

type ProductPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const product = await findProductForVisitor((await params).slug);
  if (!product) return { title: (await getTranslations("shell"))("notFound.title") };
  const { name: title, tagline: description, art } = product;
  if (product.access === "locked") return { title, description, robots: { index: false } };
  return describePage({ path: `/products/${product.slug}`, locale: await getLocale(), title, description, art });
}

export default async function ProductPage({ params }: ProductPageProps) {
  const product = await findProductForVisitor((await params).slug);
  if (!product) notFound();
  const path = `/products/${product.slug}`;
  const [own, t] = await Promise.all([getPublicPath(path), getTranslations("product")]);
  return (
    <PageBody isBleeding path={path}>
      {product.access === "public" ? <ProductData product={product} /> : null}
      <div className="shell grid gap-x-16 gap-y-8 py-6 sm:py-10 lg:grid-cols-2">
        <div className="lg:sticky lg:top-6 lg:self-start">
          <ProductArt art={product.art} isVeiled={product.access === "locked"} className="w-full rounded-card" />
        </div>
        <article className="grid max-w-reading content-start gap-6 lg:py-6">
          <div className="flex items-center gap-3">
            <EnamelNumber value={product.number} />
            <p className="text-ink-muted">{product.category}</p>
            {product.access === "member" && product.isMembersOnly ? (
              <Badge tone="info">{t("membersOnly")}</Badge>
            ) : null}
          </div>
          <div className="grid gap-3">
            <h1 className="font-bold text-title">{product.name}</h1>
            <p className="font-serif text-heading text-ink-muted italic">{product.tagline}</p>
          </div>
          {product.access === "locked" ? <LockedOffer path={own} /> : <OpenOffer product={product} path={own} />}
          <p className="mt-4">
            <TextLink href={await getPublicPath("/#range")}>{t("toRange")}</TextLink>
          </p>
        </article>
      </div>
    </PageBody>
  );
}

/** Read once for the page and its metadata. */
const findProductForVisitor = cache(async (slug: string) => {
  const locale = await getLocale();
  return await orUnavailable(async () => {
    const user = await findCurrentUser();
    return await findProduct(slug, { isMember: user !== null, locale });
  });
});

async function LockedOffer({ path }: { path: string }) {
  const t = await getTranslations("product");
  return (
    <Card className="grid gap-4">
      <h2 className="font-bold text-heading">{t("locked.heading")}</h2>
      <p className="text-ink-muted">{t("locked.lead")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/register?next=${path}`} prefetch={false}>
          {t("register")}
        </ButtonLink>
        <ButtonLink href={`/login?next=${path}`} prefetch={false} variant="secondary">
          {t("logIn")}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** A data block for search engines; no policy stops it, as no browser runs it. */
async function ProductData({ product }: { product: PublicProduct }) {
  const url = publicAddress(`/products/${product.slug}`, await getLocale());
  const json = JSON.stringify(describeProduct(product, { url, picture: pictureAddress(product.art) }));
  return <script type="application/ld+json">{json.replaceAll("<", "\\u003c")}</script>;
}

type OpenOfferProps = { product: Exclude<ProductView, { access: "locked" }>; path: string };

async function OpenOffer({ product, path }: OpenOfferProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("product")]);
  return (
    <>
      <div className="grid gap-5 border-line border-y py-5">
        <div className="grid gap-1">
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
            </>
          )}
          <StockNote left={product.left} />
        </div>
        {product.left === 0 ? null : <AddToBag slug={product.slug} most={product.left ?? mostPieces} />}
        {product.access === "member" ? null : (
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`/login?next=${path}`} prefetch={false} variant="secondary">
              {t("logInForPrice")}
            </ButtonLink>
            <ButtonLink href={`/register?next=${path}`} prefetch={false} variant="quiet">
              {t("register")}
            </ButtonLink>
          </div>
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
