import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { describePage } from "@/app/[locale]/(shop)/describe-page";
import { PageBody } from "@/components/layout/page-shell";
import { isLocale } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { listStorefrontProducts } from "@/lib/storefront/products";
import { shopConfig } from "@/shop.config";
import { KeptForMembers, Range, Sign, savingWords } from "./sections";

// Static, but made on the first request: docs/decisions/static-pages.md.
export const revalidate = 60;
export const dynamicParams = true;

export function generateStaticParams(): { edition: string }[] {
  return [];
}

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("shell")]);
  const title = t("title", { shop: shopConfig.name });
  return {
    ...describePage({ path: "/", locale, title, description: t("description"), art: "shelf" }),
    title: { absolute: title },
  };
}

export default async function StorefrontPage({ params }: { params: Promise<{ locale: string; edition: string }> }) {
  const { locale, edition } = await params;
  if (edition !== "today" || !isLocale(locale)) notFound();
  const { products, keptForMembers, savingPercent } = await listStorefrontProducts(locale);
  const saving = savingWords(savingPercent, locale);
  return (
    <PageBody isBleeding path="/">
      <Sign count={products.length + keptForMembers.length} saving={saving} />
      <Range products={products} saving={saving} />
      <KeptForMembers pieces={keptForMembers} saving={saving} />
    </PageBody>
  );
}
