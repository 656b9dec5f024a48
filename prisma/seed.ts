import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { arabicTexts } from "@/prisma/catalogue/ar";
import { catalogue } from "@/prisma/catalogue/catalogue";
import { spanishTexts } from "@/prisma/catalogue/es";
import { connect } from "./connect";

/** The range in every language besides English, by its tag. */
export const translatedTexts = { es: spanishTexts, ar: arabicTexts };

const INSERT_PRODUCTS = `INSERT INTO "Product"
    (id, slug, name, tagline, description, category, art, "priceCents", "memberPriceCents", "membersOnly", position, stock)
  SELECT id, slug, name, tagline, description, category, art, "priceCents", "memberPriceCents", "membersOnly", position, stock
  FROM jsonb_to_recordset($1::jsonb) AS entry(id uuid, slug text, name text, tagline text, description text, category text,
    art text, "priceCents" int, "memberPriceCents" int, "membersOnly" boolean, position int, stock int)
  ON CONFLICT (slug) DO NOTHING
  RETURNING slug`;

const INSERT_TEXTS = `WITH written AS (
    INSERT INTO "ProductText" ("productId", locale, name, tagline, description, category)
    SELECT "Product".id, locale, entry.name, entry.tagline, entry.description, entry.category
    FROM jsonb_to_recordset($1::jsonb)
      AS entry(slug text, locale text, name text, tagline text, description text, category text)
    JOIN "Product" USING (slug)
    ON CONFLICT ("productId", locale) DO NOTHING
    RETURNING "productId"
  )
  SELECT slug FROM "Product" WHERE id IN (SELECT "productId" FROM written)`;

/** Adds the products and texts that are missing, in one transaction. What staff edited stays. Gives how many products
 * were written. */
export async function seedCatalogue(databaseUrl: string): Promise<number> {
  const client = await connect(databaseUrl);
  try {
    const products = catalogue.map((product) => ({ id: randomUUID(), ...product }));
    const texts = Object.entries(translatedTexts).flatMap(([locale, bySlug]) =>
      Object.entries(bySlug).map(([slug, text]) => ({ slug, locale, ...text })),
    );
    await client.query("BEGIN");
    const written = [
      ...(await client.query<{ slug: string }>(INSERT_PRODUCTS, [JSON.stringify(products)])).rows,
      ...(await client.query<{ slug: string }>(INSERT_TEXTS, [JSON.stringify(texts)])).rows,
    ];
    await client.query("COMMIT");
    return new Set(written.map(({ slug }) => slug)).size;
  } finally {
    await client.end();
  }
}

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error("DATABASE_URL is missing: set it in the environment or in .env. See .env.example.");
  console.log(`${await seedCatalogue(databaseUrl)} products written, ${catalogue.length} in the catalogue.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
