import { directionOf, type Locale } from "@/lib/i18n/locales";

export type PlainPage = {
  locale: Locale;
  status: number;
  /** Where trying again makes sense. */
  retryAfterSeconds?: number;
  title: string;
  sentence: string;
  link: { path: string; label: string };
};

/**
 * A page that needs nothing but itself: no database, no script, no style sheet. For answers whose status a page of Next
 * cannot choose. All of its texts are ours.
 */
export function plainPage({ locale, status, retryAfterSeconds, title, sentence, link }: PlainPage): Response {
  return new Response(
    `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · myshop</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 18px/1.55 system-ui, sans-serif; background: Canvas; color: CanvasText; }
  main { max-width: 34rem; padding: 2rem; }
  h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 1rem; }
  a { color: LinkText; display: inline-block; padding: .75rem 0; }
</style>
</head>
<body>
<main>
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
