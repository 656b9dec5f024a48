import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** Private pages are not named: a crawler must read their `noindex`. */
export function GET(): Response {
  const lines = ["User-agent: *", "Disallow: /api/", "", `Sitemap: ${new URL("/sitemap.xml", env().APP_URL).href}`];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
