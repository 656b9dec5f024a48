import { db } from "@/lib/db/client";
import { fewLeft } from "./products";

/** The static pages with products, as Next names their files. */
export const productPages = ["/[locale]/(shop)/storefront/[edition]", "/[locale]/(shop)/home/[key]"];

/** `version`: another text after each edit, and once orders change how few are left. `editedAt`: in ms. */
export async function readCatalogue(): Promise<{ version: string; editedAt: number }> {
  const [row] = await db().$queryRaw<{ version: string; editedAt: Date | null }[]>`
    SELECT concat_ws(' ', count(*), max("updatedAt"),
      md5(string_agg(concat("id", "stock"), ' ' ORDER BY "id") FILTER (WHERE "stock" <= ${fewLeft}::int))) AS "version",
      max("updatedAt") AS "editedAt"
    FROM "Product"`;
  return { version: row?.version ?? "", editedAt: row?.editedAt?.getTime() ?? 0 };
}
