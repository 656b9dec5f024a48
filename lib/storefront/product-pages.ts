import { db } from "@/lib/db/client";

/** The static pages with products, as Next names their files. */
export const productPages = ["/[locale]/(shop)/storefront/[edition]", "/[locale]/(shop)/home/[key]"];

/** Another text once anybody edited a product, or one sold out or is there again. */
export async function readCatalogueVersion(): Promise<string> {
  const [row] = await db().$queryRaw<{ version: string }[]>`
    SELECT concat_ws(' ', count(*), max("updatedAt"), md5(string_agg("id"::text, ' ' ORDER BY "id") FILTER (WHERE "stock" = 0)))
      AS "version" FROM "Product"`;
  return row?.version ?? "";
}
