import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isLocale } from "@/lib/i18n/locales";
import { getTranslations } from "@/lib/i18n/page-translations";
import { homeGateKey } from "@/lib/storefront/home-gate-key";
import { listMemberProducts } from "@/lib/storefront/products";
import { BlueLine } from "./blue-line";
import { KeptForYou } from "./kept-for-you";
import { PriceLedger } from "./price-ledger";

// One page for all members, so nothing in it may be about one of them.
// Made on the first request and not at build, so that a build needs no database.
export const revalidate = 300;
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
    <>
      <BlueLine />
      <KeptForYou pieces={products.filter((product) => product.isMembersOnly)} />
      <PriceLedger products={products} />
    </>
  );
}
