import { escapeHtml } from "@/lib/escape-html";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { locales } from "@/lib/i18n/locales";
import { publicAddress, publicAddresses } from "@/lib/i18n/public-addresses";
import { listIndexedProducts } from "@/lib/storefront/products";

export const dynamic = "force-dynamic";

/** In seconds: crawlers come daily at most, and no flood of requests should reach the database. */
const freshForSeconds = 300;

/** The storefront and each public product, in each language (sitemaps.org; a file holds 50,000 addresses). */
export async function GET(): Promise<Response> {
  try {
    const products = await listIndexedProducts();
    const latest = products.map(({ updatedAt }) => updatedAt).sort((a, b) => b.getTime() - a.getTime())[0];
    const pages = [
      { path: "/", changedAt: latest },
      ...products.map(({ slug, updatedAt }) => ({ path: `/products/${slug}`, changedAt: updatedAt })),
    ];
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map(({ path, changedAt }) => describe(path, changedAt)).join("\n")}
</urlset>
`;
    return new Response(xml, {
      headers: {
        "Content-Type": "application/xml; charset=utf-8",
        "Cache-Control": `public, max-age=${freshForSeconds}`,
      },
    });
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return new Response(null, { status: 503, headers: { "Retry-After": "30", "Cache-Control": "no-store" } });
  }
}

/** All languages of a page, each with links to all, itself too, as Google asks. */
function describe(path: string, changedAt: Date | undefined): string {
  const links = Object.entries(publicAddresses(path)).map(
    ([language, address]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeHtml(address)}"/>`,
  );
  const lastmod = changedAt === undefined ? "" : `<lastmod>${changedAt.toISOString()}</lastmod>`;
  return locales
    .map((locale) => `<url><loc>${escapeHtml(publicAddress(path, locale))}</loc>${lastmod}${links.join("")}</url>`)
    .join("\n");
}
