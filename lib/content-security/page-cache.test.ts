import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { hashDataScripts } from "./page-cache.mjs";

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

test("the scripts by which Next hands over a page's data are hashed, each once", () => {
  const scripts = [
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"]});',
    "(self.__next_f=self.__next_f||[]).push([0])",
    String.raw`self.__next_f.push([1,"a:\"\u003c/script>\" is text, with umlauts: äöü"])`,
  ];
  const html = `<!DOCTYPE html><script src="/a.js" async=""></script>${scripts.map((text) => `<script id="x">${text}</script>`).join("")}`;
  expect(hashDataScripts(html + html)).toEqual(scripts.map(sha256));
});

test("no other script is hashed, whatever it looks like", () => {
  const scripts = [
    "alert(1)",
    "self.__next_f.push([1,alert(1)])",
    'self.__next_f.push([1,""]);alert(1)',
    'self.__next_f.push([1,""]),alert([1])',
    "self.__next_f.push(`text`)",
    "self.__next_f.push()",
    "self.__next_f.pushed([1])",
    "self.__next_s.push([1])",
    ' self.__next_f.push([1,""])',
    '<!--\nself.__next_f.push([1,""])',
    ".push([1])",
    "",
  ];
  for (const script of scripts) expect(hashDataScripts(`<script>${script}</script>`), script).toEqual([]);
});
