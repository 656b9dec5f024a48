import { describe, expect, it } from "vitest";
import { chooseLocale } from "./choose-locale";

const wishing = (acceptLanguage: string | null) => chooseLocale({ cookie: undefined, acceptLanguage });

describe("what a browser asks for", () => {
  it.each([
    ["es", "es"],
    ["ar", "ar"],
    ["en-US,en;q=0.9", "en"],
    ["ES", "es"],
    ["es-MX", "es"],
    ["es-419,es;q=0.9,en;q=0.8", "es"],
    ["ar-EG,ar;q=0.9,en-US;q=0.8", "ar"],
    ["en-GB", "en"],
    ["es-u-ms-metric", "es"],
    ["ar-EG-u-nu-arab,en;q=0.5", "ar"],
    ["es-ES-t-en-x-any", "es"],
    ["es-x-private, ar", "es"],
  ])("%s is answered in %s, also with another region", (wish, locale) => {
    expect(wishing(wish)).toBe(locale);
  });

  it("counts by its q-values, in whatever order they stand", () => {
    expect(wishing("en;q=0.5, es;q=0.9, ar;q=0.1")).toBe("es");
    expect(wishing("en;q=0.1,ar")).toBe("ar");
    expect(wishing("fr, es;q=0.5")).toBe("es");
  });

  it("is never a language with q=0", () => {
    expect(wishing("es;q=0, ar;q=0.5")).toBe("ar");
    expect(wishing("es;q=0")).toBe("en");
  });

  it.each([
    ["a language that we do not have", "zh"],
    ["one with script and region", "zh-Hant-TW, ja;q=0.8"],
    ["nothing", ""],
    ["no header at all", null],
    ["anything", "*"],
    ["anything, and something broken", "*;q=,;;,,-,es-"],
    ["no language tag", "../../etc/passwd"],
    ["a name of JavaScript's", "constructor, __proto__"],
    ["bytes that are no letters", "\u0000\u00ff\ud800"],
    ["a tag with the same singleton twice", "en-a-bb-a-cc"],
    ["q-values that are no numbers", "fr;q=NaN, de;q=Infinity, it;q=-1"],
  ])("is English for %s", (_, wish) => {
    expect(wishing(wish)).toBe("en");
  });

  it("is ignored if it is longer than any browser's, so that attackers cannot waste time with it", () => {
    const nonsense = Array.from({ length: 2_000 }, (_, at) => `x${at}`).join(",");
    expect(nonsense.length).toBeGreaterThan(10_000);
    const startedAt = performance.now();
    for (let time = 0; time < 1_000; time++) expect(wishing(`es,${nonsense}`)).toBe("en");
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe("the language chosen in the shop", () => {
  it("wins over what the browser asks for", () => {
    expect(chooseLocale({ cookie: "ar", acceptLanguage: "es" })).toBe("ar");
  });

  it.each(["fr", "", "ES", "es ", "constructor", "en,es"])("is not %j, which the shop does not have", (cookie) => {
    expect(chooseLocale({ cookie, acceptLanguage: "es" })).toBe("es");
  });
});
