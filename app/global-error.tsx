"use client";

import { useSyncExternalStore } from "react";
import { globalErrorMessages } from "@/lib/i18n/global-error-messages";
import { defaultLocale, directionOf, isLocale, type Locale } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import { fontVariables } from "./fonts";
import "./globals.css";

/** Replaces the root layout. A plain link: the client router may be broken. */
export default function GlobalError() {
  const found = useSyncExternalStore(subscribe, findLocale, () => undefined);
  const locale = found ?? defaultLocale;
  const t = globalErrorMessages[locale];
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontVariables} data-language-unknown={found === undefined}>
      <body>
        <title>{t.heading}</title>
        <main id="main" className="shell grid max-w-reading gap-5 py-16">
          <h1 className="font-bold text-title">{t.heading}</h1>
          <p className="text-ink-muted text-lead">{t.lead}</p>
          <a
            href={publicPath("/", locale)}
            className="plate inline-flex min-h-12 items-center justify-self-start rounded-plate px-6 font-semibold"
          >
            {t.reload}
          </a>
        </main>
      </body>
    </html>
  );
}

let chosen: Locale | undefined;

/** The replaced page's language, else the browser's. */
function findLocale(): Locale {
  const { lang, dataset } = document.documentElement;
  const wishes = dataset.languageUnknown === "true" ? [] : [lang];
  chosen ??= [...wishes, ...navigator.languages.map((tag) => tag.slice(0, 2))].find(isLocale) ?? defaultLocale;
  return chosen;
}

function subscribe(): () => void {
  return () => {};
}
