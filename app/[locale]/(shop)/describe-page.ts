import type { Metadata } from "next";
import { pictureOf } from "@/components/product-art/pictures";
import { env } from "@/lib/env";
import { formatTag, type Locale, locales } from "@/lib/i18n/locales";
import { publicAddress, publicAddresses } from "@/lib/i18n/public-addresses";
import { shopConfig } from "@/shop.config";

type PublicPage = { path: string; locale: Locale; title: string; description: string; art: string };

/** What search engines and previews read of a public page (ogp.me). */
export function describePage({ path, locale, title, description, art }: PublicPage): Metadata {
  const { width, height } = pictureOf(art);
  const canonical = publicAddress(path, locale);
  return {
    title,
    description,
    alternates: { canonical, languages: publicAddresses(path) },
    openGraph: {
      type: "website",
      siteName: shopConfig.name,
      url: canonical,
      locale: withRegion(locale),
      alternateLocale: locales.filter((other) => other !== locale).map(withRegion),
      title,
      description,
      images: { url: pictureAddress(art), width, height, alt: title },
    },
    twitter: { card: "summary_large_image" },
  };
}

export function pictureAddress(art: string): string {
  return new URL(pictureOf(art).src, env().APP_URL).href;
}

/** `es_ES`, as OpenGraph writes it. */
function withRegion(locale: Locale): string {
  const { language, region } = new Intl.Locale(formatTag(locale)).maximize();
  return `${language}_${region}`;
}
