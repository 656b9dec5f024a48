import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fontFile, letters, subsetOfFont } from "./subset-font";

test("the typeface of the pages is what npm run font writes", async () => {
  expect(readFileSync(fontFile).equals(await subsetOfFont())).toBe(true);
});

test("it has every letter of the texts in English and Spanish", () => {
  const files = [
    ...["messages/en", "messages/es"].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)),
    "prisma/catalogue/catalogue.ts",
    "prisma/catalogue/es.ts",
  ];
  const used = new Set(files.flatMap((file) => [...readFileSync(file, "utf8").replaceAll("\n", "")]));
  expect([...used].filter((letter) => !letters.includes(letter) && !/\p{Script=Han}/u.test(letter))).toEqual([]);
});
