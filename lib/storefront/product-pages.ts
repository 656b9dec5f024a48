import { db } from "@/lib/db/client";
import { fewLeft } from "./products";

/** The static pages with products, as Next names their files. */
export const productPages = ["/[locale]/(shop)/storefront/[edition]", "/[locale]/(shop)/home/[key]"];

/** Another text once anybody edited a product, or orders changed how many are left of one. */
export async function readCatalogueVersion(): Promise<string> {
  const [row] = await db().$queryRaw<{ version: string }[]>`
    SELECT concat_ws(' ', count(*), max("updatedAt"),
      md5(string_agg(concat("id", "stock"), ' ' ORDER BY "id") FILTER (WHERE "stock" <= ${fewLeft}::int))) AS "version"
    FROM "Product"`;
  return row?.version ?? "";
}
