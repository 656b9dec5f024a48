import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { fontVariables } from "@/app/fonts";
import "@/app/globals.css";
import { directionOf, locales } from "@/lib/i18n/locales";
import { getLocale, getTranslations, getWords } from "@/lib/i18n/page-translations";
import { shopConfig } from "@/shop.config";
import { FailureWordsProvider } from "./error";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  const { name: shop } = shopConfig;
  return {
    title: { default: t("title", { shop }), template: t("titleTemplate", { shop }) },
    description: t("description"),
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: shopConfig.colors.light.canvas },
    { media: "(prefers-color-scheme: dark)", color: shopConfig.colors.dark.canvas },
  ],
};

export function generateStaticParams(): { locale: string }[] {
  return locales.map((locale) => ({ locale }));
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("shell")]);
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontVariables} data-scroll-behavior="smooth">
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="plate -translate-y-24 absolute start-3 top-3 z-50 rounded-plate px-5 py-3 font-semibold focus:translate-y-0"
        >
          {t("skip")}
        </a>
        <FailureWordsProvider words={await getWords("failures")}>{children}</FailureWordsProvider>
      </body>
    </html>
  );
}
