import { describe, expect, it } from "vitest";
import { findCommentedFolders, findLongSentences, findWords } from "./plain-english";

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");
const code = (count: number) => Array.from({ length: count }, (_, index) => `const x${index} = ${index};`).join("\n");

describe("findWords", () => {
  it("names file, line and replacement of a banned word in a document", () => {
    const text = "# Title\n\nA first line\nfor whoever asks.";
    expect(findWords({ path: "README.md", text })).toEqual([
      'README.md:4: "whoever". Write "who", "anyone who" or the person\'s role.',
    ]);
  });

  it("finds a phrase that a line break parts", () => {
    expect(findWords({ path: "docs/a.md", text: "It does not work any\nmore." })).toHaveLength(1);
    expect(findWords({ path: "lib/a.ts", text: "// It does not work any\n// more.\nf();" })).toHaveLength(1);
  });

  it("finds banned words and retired terms in comments and messages", () => {
    expect(findWords({ path: "lib/a.ts", text: "/**\n * Begins anew.\n */\nf();" })).toHaveLength(1);
    expect(findWords({ path: "lib/a.tsx", text: "{/* A human proof. */}" })).toHaveLength(1);
    expect(findWords({ path: "messages/en/a.ts", text: 'x: "In the lane of a known browser",' })).toHaveLength(2);
  });

  it("leaves code, names and addresses alone", () => {
    expect(findWords({ path: "lib/a.ts", text: 'const anew = "whoever";' })).toEqual([]);
    expect(findWords({ path: "docs/a.md", text: "Run `anew`, see [it](anew.md).\n\n```\nanew\n```" })).toEqual([]);
    expect(findWords({ path: "messages/en/a.ts", text: '  proven: "Verified address",' })).toEqual([]);
  });
});

describe("findLongSentences", () => {
  it("refuses a sentence of 29 words and takes one of 28", () => {
    expect(findLongSentences({ path: "README.md", text: `${words(29)}.` })).toEqual([
      'README.md:1: 29 words in one sentence ("word0 word1 word2 word3 word4 …"). Write 28 at most.',
    ]);
    expect(findLongSentences({ path: "README.md", text: `${words(28)}. ${words(28)}.` })).toEqual([]);
  });

  it("counts a sentence over several lines, and list items and cells by themselves", () => {
    expect(findLongSentences({ path: "README.md", text: `${words(15)}\n${words(15)}.` })).toHaveLength(1);
    expect(findLongSentences({ path: "README.md", text: `- ${words(15)}\n- ${words(15)}` })).toEqual([]);
    expect(findLongSentences({ path: "README.md", text: `| ${words(15)} | ${words(15)} |` })).toEqual([]);
  });

  it("counts the longest branch of a plural in a message", () => {
    const text = `x: "{count, plural, one {${words(20)}} other {# ${words(20)}}} in {place}.",`;
    expect(findLongSentences({ path: "messages/en/a.ts", text })).toEqual([]);
    expect(findLongSentences({ path: "messages/en/a.ts", text: text.replace("in", words(8)) })).toHaveLength(1);
  });
});

describe("findCommentedFolders", () => {
  it("refuses a folder with more than 8 % of its lines as comments, and says how many to cut", () => {
    const text = `${"// A reason.\n".repeat(10)}${code(100)}`;
    expect(findCommentedFolders([{ path: "lib/a/b.ts", text }])).toEqual([
      "lib/a/: 10 of 110 lines are comments. Cut 2 to reach 8 %.",
    ]);
    expect(findCommentedFolders([{ path: "lib/a/b.ts", text: `/** A reason. */\n${code(100)}` }])).toEqual([]);
  });

  it("counts a small folder with the folder around it", () => {
    const small = { path: "lib/a/b/c.ts", text: "// A reason.\nf();" };
    expect(findCommentedFolders([small, { path: "lib/a/b.ts", text: code(100) }])).toEqual([]);
    expect(findCommentedFolders([small])).toEqual(["./: 1 of 2 lines are comments. Cut 1 to reach 8 %."]);
  });

  it("leaves out tests and what tools read", () => {
    expect(findCommentedFolders([{ path: "lib/a/b.test.ts", text: "// A reason." }])).toEqual([]);
    expect(findCommentedFolders([{ path: "lib/a/b.ts", text: "// biome-ignore lint: a reason\nf();" }])).toEqual([]);
  });
});
