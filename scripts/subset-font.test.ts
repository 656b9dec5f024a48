import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fontFiles, letters, subsetOfFont } from "./subset-font";

test.each(fontFiles)("%s is what npm run font writes", async (file) => {
  expect(readFileSync(file).equals(await subsetOfFont(file))).toBe(true);
});

test("the typefaces have every letter of the texts in English and Spanish", () => {
  const files = [
    ...["messages/en", "messages/es"].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)),
    "prisma/catalogue/catalogue.ts",
    "prisma/catalogue/es.ts",
  ];
  const used = new Set(files.flatMap((file) => [...readFileSync(file, "utf8").replaceAll("\n", "")]));
  expect([...used].filter((letter) => !letters.includes(letter) && !/\p{Script=Han}/u.test(letter))).toEqual([]);
});
