import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("no migration and no seed creates a user, so there is no default account (R26)", () => {
  const migrations = readdirSync("prisma/migrations", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".sql"))
    .map((file) => join("prisma/migrations", file));
  expect(migrations.length).toBeGreaterThan(3);
  const making = /\b(INSERT\s+INTO|COPY)\s+"?User"?[\s(]|\buser\.(create|upsert)/i;
  for (const file of [...migrations, "prisma/seed.ts", "prisma/catalogue/catalogue.ts"])
    expect(readFileSync(file, "utf8"), file).not.toMatch(making);
});
