import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { arabicTexts } from "@/prisma/catalogue/ar";
import { catalogue } from "@/prisma/catalogue/catalogue";
import { spanishTexts } from "@/prisma/catalogue/es";
import { connect } from "./connect";

/** The range in every language besides English, by its tag. */
export const translatedTexts = { es: spanishTexts, ar: arabicTexts };

const UPSERT_PRODUCTS = `INSERT INTO "Product" AS p
    (id, slug, name, tagline, description, category, art, "priceCents", "memberPriceCents", "membersOnly", position)
  SELECT id, slug, name, tagline, description, category, art, "priceCents", "memberPriceCents", "membersOnly", position
  FROM jsonb_to_recordset($1::jsonb) AS entry(id uuid, slug text, name text, tagline text, description text, category text,
    art text, "priceCents" int, "memberPriceCents" int, "membersOnly" boolean, position int)
  ON CONFLICT (slug) DO UPDATE SET
    name = excluded.name, tagline = excluded.tagline, description = excluded.description, category = excluded.category,
    art = excluded.art, "priceCents" = excluded."priceCents", "memberPriceCents" = excluded."memberPriceCents",
    "membersOnly" = excluded."membersOnly", position = excluded.position, "updatedAt" = now()
  WHERE (p.name, p.tagline, p.description, p.category, p.art, p."priceCents", p."memberPriceCents", p."membersOnly", p.position)
    IS DISTINCT FROM (excluded.name, excluded.tagline, excluded.description, excluded.category, excluded.art,
      excluded."priceCents", excluded."memberPriceCents", excluded."membersOnly", excluded.position)
  RETURNING slug`;

const UPSERT_TEXTS = `WITH entry AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS entry(slug text, locale text, name text, tagline text, description text, category text)
  ), written AS (
    INSERT INTO "ProductText" AS t ("productId", locale, name, tagline, description, category)
    SELECT "Product".id, locale, entry.name, entry.tagline, entry.description, entry.category
    FROM entry JOIN "Product" USING (slug)
    ON CONFLICT ("productId", locale) DO UPDATE SET
      name = excluded.name, tagline = excluded.tagline, description = excluded.description, category = excluded.category
    WHERE (t.name, t.tagline, t.description, t.category)
      IS DISTINCT FROM (excluded.name, excluded.tagline, excluded.description, excluded.category)
    RETURNING "productId"
  )
  SELECT slug FROM "Product" WHERE id IN (SELECT "productId" FROM written)`;

/** Seeds the catalogue by slug in one transaction; idempotent. Gives how many products changed. */
export async function seedCatalogue(databaseUrl: string): Promise<number> {
  const client = await connect(databaseUrl);
  try {
    const products = catalogue.map((product) => ({ id: randomUUID(), ...product }));
    const texts = Object.entries(translatedTexts).flatMap(([locale, bySlug]) =>
      Object.entries(bySlug).map(([slug, text]) => ({ slug, locale, ...text })),
    );
    await client.query("BEGIN");
    const written = [
      ...(await client.query<{ slug: string }>(UPSERT_PRODUCTS, [JSON.stringify(products)])).rows,
      ...(await client.query<{ slug: string }>(UPSERT_TEXTS, [JSON.stringify(texts)])).rows,
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
