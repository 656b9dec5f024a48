import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

/** A text of the project; `path` is relative to its root. */
export type Text = { path: string; text: string };
type Piece = { line: number; text: string };

const mostWords = 28;
const mostCommentPercent = 8;
/** Smaller folders count with the folder around them. */
const leastFolderLines = 100;

const forTools = /biome-ignore|@ts-expect-error|@type |@param \{/;

/** What not to write, and what to write instead (docs/architecture.md has the glossary). */
const words: [found: string, instead: string][] = [
  ["whoever", '"who", "anyone who" or the person\'s role'],
  ["anew", '"again"'],
  ["so long", '"until then" or "meanwhile"'],
  ["of theirs", '"their"'],
  ["go(?:es)? on", '"continues", "stays" or "proceeds"'],
  ["any more", '"no longer" or "no more"'],
  ["none of", '"no" or "not"'],
  ["hence", '"so"'],
  ["human proofs?", '"bot check"'],
  ["known browsers?", '"trusted device"'],
  ["lanes?", '"trusted-device quota"'],
  ["ended (?:request|challenge)s?", '"expired challenge"'],
  ["held logins?", '"login blocked by pending deletion"'],
  ["way (?:on|back)", '"return path", or say where it leads'],
  ["fresh proofs?", '"re-authentication"'],
  ["sensitive acts?", '"sensitive action"'],
  ["proven", '"verified"'],
  ["trial users?", '"demo data"'],
  ["standings?", '"eligibility"'],
];

/** What `npm run check` has against the project's texts, one line each: where, what, and what to write instead. */
export function checkPlainEnglish(): string[] {
  const texts = sourcePaths().map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const forPeople = texts.filter(({ path }) => path === "README.md" || path.startsWith("messages/en/"));
  return [...texts.flatMap(findWords), ...forPeople.flatMap(findLongSentences), ...findCommentedFolders(texts)];
}

/** Words that people should not have to read, in prose and comments. */
export function findWords(given: Text): string[] {
  return [...proseOf(given), ...commentsOf(given)].flatMap(({ line, text }) =>
    words.flatMap(([found, instead]) => {
      const phrase = new RegExp(`\\b${found.replace(" ", "[\\s/*]+")}\\b`, "gi");
      return [...text.matchAll(phrase)].map(({ index, 0: match }) => {
        const at = line + text.slice(0, index).split("\n").length - 1;
        return `${given.path}:${at}: "${match.replace(/[\s/*]+/g, " ")}". Write ${instead}.`;
      });
    }),
  );
}

export function findLongSentences(given: Text): string[] {
  return proseOf(given).flatMap(({ line, text }) =>
    text.split(/(?<=[.!?][)”"]?)\s+/).flatMap((sentence) => {
      const count = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      if (count <= mostWords) return [];
      const start = sentence.split(" ").slice(0, 5).join(" ");
      return [`${given.path}:${line}: ${count} words in one sentence ("${start} …"). Write ${mostWords} at most.`];
    }),
  );
}

/** Folders in which too many lines are comments. Tests do not count, nor does what tools read. */
export function findCommentedFolders(texts: Text[]): string[] {
  const folders = new Map<string, { comments: number; lines: number }>();
  const add = (folder: string, comments: number, lines: number) => {
    const sum = folders.get(folder) ?? { comments: 0, lines: 0 };
    folders.set(folder, { comments: sum.comments + comments, lines: sum.lines + lines });
  };
  for (const given of texts) {
    if (!isSource(given.path) || /\.(?:test|spec)\./.test(given.path)) continue;
    const lines = given.text.split("\n").filter((line) => line.trim() !== "").length;
    const comments = commentsOf(given).flatMap(({ text }) => text.split("\n").filter((line) => !forTools.test(line)));
    add(dirname(given.path), comments.length, lines);
  }
  const deepestFirst = [...folders.keys()].sort((a, b) => b.split("/").length - a.split("/").length);
  for (const folder of deepestFirst) {
    const { comments, lines } = folders.get(folder) ?? { comments: 0, lines: 0 };
    if (lines >= leastFolderLines || folder === ".") continue;
    folders.delete(folder);
    for (let above = dirname(folder); ; above = dirname(above)) {
      if (above !== "." && !folders.has(above)) continue;
      add(above, comments, lines);
      break;
    }
  }
  return [...folders].flatMap(([folder, { comments, lines }]) => {
    const excess = comments - Math.floor((lines * mostCommentPercent) / 100);
    if (excess <= 0) return [];
    return [`${folder}/: ${comments} of ${lines} lines are comments. Cut ${excess} to reach ${mostCommentPercent} %.`];
  });
}

/** Paragraphs, list items and cells of a Markdown file, or the sentences of messages. Code and addresses are left out. */
function proseOf({ path, text }: Text): Piece[] {
  if (path.startsWith("messages/en/")) return sentencesOf(text);
  if (!path.endsWith(".md")) return [];
  const pieces: Piece[] = [];
  let isCode = false;
  let isNewBlock = true;
  for (const [index, line] of text.split("\n").entries()) {
    if (/^\s*```/.test(line)) isCode = !isCode;
    const isBlank = isCode || /^\s*(?:```|$)/.test(line);
    const startsBlock = isNewBlock || /^\s*(?:[#>|]|[-*+] |\d+\. )/.test(line);
    isNewBlock = isBlank || /^\s*[#|]/.test(line);
    if (isBlank) continue;
    const prose = line.replace(/`[^`]*`/g, "X").replace(/\]\([^)]*\)/g, "]");
    const last = pieces.at(-1);
    if (/^\s*\|/.test(line)) pieces.push(...prose.split("|").map((cell) => ({ line: index + 1, text: cell })));
    else if (startsBlock || !last) pieces.push({ line: index + 1, text: prose });
    else last.text += `\n${prose}`;
  }
  return pieces;
}

/** Strings with a space in them; of a plural or a choice, the longest branch. */
function sentencesOf(text: string): Piece[] {
  const longest = (branches: string) =>
    [...branches.matchAll(/\{([^{}]*)\}/g)].map(([, branch = ""]) => branch).sort((a, b) => b.length - a.length)[0] ??
    "";
  return text.split("\n").flatMap((line, index) => {
    if (/^\s*(?:\/\/|\/?\*)/.test(line)) return [];
    return [...line.matchAll(/"((?:\\.|[^"\\])*)"/g)].flatMap(([, sentence = ""]) => {
      const filled = sentence
        .replace(/\{\w+\}|#/g, "X")
        .replace(/\{\w+, \w+,((?:[^{}]|\{[^{}]*\})*)\}/g, (_, branches: string) => longest(branches))
        .replace(/<[^>]*>/g, "");
      return filled.includes(" ") ? [{ line: index + 1, text: filled }] : [];
    });
  });
}

/** Comments that stand on lines of their own, neighbouring lines joined. */
function commentsOf({ path, text }: Text): Piece[] {
  if (!isSource(path)) return [];
  const pieces: Piece[] = [];
  let isInside = false;
  let isOneLine = false;
  for (const [index, line] of text.split("\n").entries()) {
    const isStart: boolean = !isInside && /^\s*\{?\/\*/.test(line);
    const isSlashes = !isInside && /^\s*\/\//.test(line);
    const last = pieces.at(-1);
    if (last && (isInside || (isSlashes && isOneLine))) last.text += `\n${line}`;
    else if (isStart || isSlashes) pieces.push({ line: index + 1, text: line });
    isInside = (isInside || isStart) && !line.includes("*/");
    isOneLine = isSlashes;
  }
  return pieces;
}

function isSource(path: string): boolean {
  return /\.(?:ts|tsx|mjs)$/.test(path);
}

function sourcePaths(): string[] {
  const notOurs = /^(?:\.|node_modules$|test-results$|coverage$)/;
  const entries = readdirSync(".", { withFileTypes: true }).filter(({ name }) => !notOurs.test(name));
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(name, { recursive: true, encoding: "utf8" }).map((path) => `${name}/${path.replaceAll("\\", "/")}`),
    );
  const all = [...entries.filter((entry) => entry.isFile()).map(({ name }) => name), ...below];
  return all.filter(
    (path) => (isSource(path) || path.endsWith(".md")) && !/^lib\/db\/generated\/|^next-env/.test(path),
  );
}
