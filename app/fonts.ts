import localFont from "next/font/local";

/** Headlines and interface. Preloaded: every page shows it. */
export const bricolage = localFont({
  src: "../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2",
  variable: "--font-bricolage",
  weight: "200 800",
  display: "swap",
});

/** Text for reading. Fetched only by pages that set it, so the login pages never pay for it. */
export const newsreader = localFont({
  src: [
    {
      path: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
      style: "italic",
    },
  ],
  variable: "--font-newsreader",
  weight: "200 800",
  display: "swap",
  preload: false,
  adjustFontFallback: "Times New Roman",
});

/** Arabic letters, and nothing else. Fetched only by pages in Arabic, whose font stacks in theme.css begin with it. */
export const readex = localFont({
  src: "../node_modules/@fontsource-variable/readex-pro/files/readex-pro-arabic-wght-normal.woff2",
  variable: "--font-readex",
  weight: "160 700",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  // The Arabic blocks among what the file covers (its package's unicode.json): no page in Latin letters has them.
  declarations: [{ prop: "unicode-range", value: "U+0600-06FF, U+0750-077F, U+0870-08FF, U+FB50-FDFF, U+FE70-FEFC" }],
});
