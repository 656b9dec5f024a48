import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import { formatTag, type Locale, locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/translator";

/** Every sentence with its path: "login.title". */
function sentences(node: unknown, path: string[] = []): [string, string][] {
  if (typeof node === "string") return [[path.join("."), node]];
  return Object.entries(node as object).flatMap(([key, value]) => sentences(value, [...path, key]));
}

/** What a sentence asks to be filled in, and the elements in it. */
function placesIn(sentence: string): string[] {
  const names = [...sentence.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => `{${match[1]}}`);
  const tags = [...sentence.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`);
  return [...new Set([...names, ...tags])].sort();
}

/** The words of a sentence alone: "{time}, {device}." has none. */
function withoutPlaces(sentence: string): string {
  return sentence.replace(/\{\w+\}|<\/?\w+>/g, "");
}

const english = new Map(sentences(messages.en));
const translated = locales.filter((locale) => locale !== "en");

it.each(translated)("%s has every sentence of English, and no unused one", (locale) => {
  expect(
    sentences(messages[locale])
      .map(([key]) => key)
      .sort(),
  ).toEqual([...english.keys()].sort());
});

it.each(translated)("%s asks for the same values as English, and has the same elements", (locale) => {
  const wrong = sentences(messages[locale]).filter(
    ([key, sentence]) => `${placesIn(sentence)}` !== `${placesIn(english.get(key) ?? "")}`,
  );
  expect(wrong).toEqual([]);
});

it.each(locales)("%s has no empty sentence, and each can be read as ICU MessageFormat", (locale: Locale) => {
  const faults: string[] = [];
  const onError = (error: Error) => void faults.push(error.message);
  const values = (sentence: string) =>
    Object.fromEntries(placesIn(sentence).map((name) => [name.slice(1, -1), name.startsWith("<") ? String : 1]));
  for (const [key, sentence] of sentences(messages[locale])) {
    expect(sentence.trim(), key).not.toBe("");
    const t = createTranslator({ locale: formatTag(locale), messages: { sentence }, onError });
    t.rich("sentence", values(sentence) as Record<string, () => string>);
  }
  expect(faults).toEqual([]);
});

/** Names that are the same in every language. */
const sameEverywhere = /^[\W\d]*$|^%s · $|^(SMS|WhatsApp|ID|IP|UTC|CSV|JSON|Asia|Australia|No|Error|Total|General)$/;

it.each(translated)("%s is translated: no sentence is the English one", (locale) => {
  const left = sentences(messages[locale]).filter(
    ([key, sentence]) => sentence === english.get(key) && !sameEverywhere.test(withoutPlaces(sentence)),
  );
  expect(left.map(([key]) => key)).toEqual([]);
});
