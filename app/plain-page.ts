import { escapeHtml } from "@/lib/escape-html";
import { directionOf, type Locale } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import { shopConfig } from "@/shop.config";

export type PlainPage = {
  locale: Locale;
  status: number;
  retryAfterSeconds?: number;
  title: string;
  sentence: string;
  link: { path: string; label: string };
};

const name = escapeHtml(shopConfig.name);

/** A page without database, script or style sheet, for answers whose status Next's pages cannot choose. */
export function plainPage({ locale, status, retryAfterSeconds, title, sentence, link }: PlainPage): Response {
  return new Response(
    `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${name}</title>
<style>
  :root { color-scheme: light dark; ${variables("light")} }
  @media (prefers-color-scheme: dark) {
    :root { ${variables("dark")} }
  }
  body { margin: 0; min-height: 100vh; display: grid; align-items: center; justify-items: center; box-sizing: border-box; padding: 2rem 1rem; font: 18px/1.55 system-ui, sans-serif; background: var(--canvas); color: var(--ink); }
  main { width: 100%; max-width: 34rem; }
  h1 { font-size: 2rem; line-height: 1.2; margin: 2rem 0 1rem; text-wrap: balance; }
  p { margin: 0 0 1rem; }
  a { display: inline-block; padding-block: .75rem; color: var(--accent-text); text-underline-offset: .2em; }
  a:focus-visible { outline: 3px solid var(--accent-text); outline-offset: 3px; }
  .plate { padding: .75rem .875rem; border-radius: .375rem; font-size: 1.375rem; font-weight: 700; line-height: 1; letter-spacing: -.025em; text-decoration: none; background: var(--accent); color: var(--on-accent); box-shadow: inset 0 0 0 2px var(--accent), inset 0 0 0 3.5px color-mix(in srgb, var(--on-accent) 85%, transparent); }
</style>
</head>
<body>
<main>
<a class="plate" href="${publicPath("/", locale)}">${name}</a>
<h1>${title}</h1>
<p>${sentence}</p>
<p><a href="${link.path}">${link.label}</a></p>
</main>
</body>
</html>`,
    {
      status,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-store",
        ...(retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) }),
      },
    },
  );
}

function variables(scheme: "light" | "dark"): string {
  const { canvas, ink, accent, accentText, onAccent } = shopConfig.colors[scheme];
  return `--canvas: ${canvas}; --ink: ${ink}; --accent: ${accent}; --accent-text: ${accentText}; --on-accent: ${onAccent};`;
}
