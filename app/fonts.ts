import localFont from "next/font/local";

/** Preloaded: every page shows it. Written by `npm run font`. */
const bricolage = localFont({
  src: "./bricolage-grotesque.woff2",
  variable: "--font-bricolage",
  weight: "400 800",
  display: "swap",
  adjustFontFallback: false,
});

/** Each rest is fetched for Latin letters that English and Spanish do not have. Its stand-in serves both. */
const bricolageRest = localFont({
  src: "../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2",
  variable: "--font-bricolage-rest",
  weight: "200 800",
  display: "swap",
  preload: false,
  declarations: [{ prop: "unicode-range", value: "U+00A2-00FF, U+0131, U+0152-0153, U+02BB-02DC, U+2000-206F" }],
});

/** Not preloaded: login pages do not use it. Written by `npm run font`, in the one weight that pages use. */
const newsreader = localFont({
  src: [
    { path: "./newsreader.woff2", style: "normal" },
    { path: "./newsreader-italic.woff2", style: "italic" },
  ],
  variable: "--font-newsreader",
  weight: "400",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

const newsreaderRest = localFont({
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
  variable: "--font-newsreader-rest",
  weight: "200 800",
  display: "swap",
  preload: false,
  adjustFontFallback: "Times New Roman",
  declarations: [{ prop: "unicode-range", value: "U+00A2-00FF, U+0131, U+0152-0153, U+02BB-02DC, U+2000-206F" }],
});

/** Fetched by Arabic pages only (theme.css). */
const readex = localFont({
  src: "../node_modules/@fontsource-variable/readex-pro/files/readex-pro-arabic-wght-normal.woff2",
  variable: "--font-readex",
  weight: "160 700",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  // From its package's unicode.json.
  declarations: [{ prop: "unicode-range", value: "U+0600-06FF, U+0750-077F, U+0870-08FF, U+FB50-FDFF, U+FE70-FEFC" }],
});

/** For <html>: the variables that theme.css names. */
export const fontVariables = [bricolage, bricolageRest, newsreader, newsreaderRest, readex]
  .map(({ variable }) => variable)
  .join(" ");
