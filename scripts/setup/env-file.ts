import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { parseEnv } from "node:util";
import { SetupProblem } from "@/scripts/processes/setup-problem";

export type Values = Record<string, string | undefined>;

/** A variable and its value, which may span lines where it is quoted, as dotenv reads it. */
const entries =
  /^[ \t]*(?:export[ \t]+)?([\w.]+)[ \t]*=[ \t]*('[^']*'|"(?:\\.|[^"\\])*"|`[^`]*`|[^\n#]*?(?=[ \t]*(?:#.*)?$))/gm;

/** `text` with these values: in the place of the last entry, below a commented example, or at the end. */
export function withValues(text: string, values: Record<string, string>): string {
  return Object.entries(values).reduce((before, [name, value]) => withValue(before, name, value), text);
}

function withValue(text: string, name: string, value: string): string {
  const line = `${name}=${quoted(name, value)}`;
  const last = [...text.matchAll(entries)].findLast((entry) => entry[1] === name);
  if (last !== undefined) return text.slice(0, last.index) + line + text.slice(last.index + last[0].length);
  const example = new RegExp(`^#[ \\t]*${name}=.*$`, "m").exec(text);
  if (example === null) return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${line}\n`;
  const end = example.index + example[0].length;
  return `${text.slice(0, end)}\n${line}${text.slice(end)}`;
}

/** Node, Next.js and a shell read these alike. To Next.js a `$` starts the name of a variable. */
function quoted(name: string, value: string): string {
  if (/^[\w./:@+=,-]+$/.test(value)) return value;
  if (/^[^'$\p{Cc}]+$/u.test(value)) return `'${value}'`;
  throw new SetupProblem(`${name} must not have a $, a single quote or a line break in .env.`);
}

/**
 * The settings that set-up reads and writes. What the file has is kept, unless `replaces` says otherwise.
 * In a dry run nothing is written, but later steps see what would be.
 */
export function openEnvFile(
  path: string,
  { given, replaces, isDryRun }: { given: Values; replaces: (name: string) => boolean; isDryRun: boolean },
) {
  const target = existsSync(path) ? realpathSync(path) : path;
  if (existsSync(target) && !isDryRun) chmodSync(target, 0o600);
  const example = new URL("../../.env.example", import.meta.url);
  let text = readFileSync(existsSync(target) ? target : example, "utf8");
  const settled: Record<string, string> = {};
  const inFile = (name: string) => parseEnv(text)[name]?.trim() || undefined;

  function write(change: (text: string) => string): void {
    const next = change(text);
    if (next === text && existsSync(target)) return;
    text = next;
    if (!isDryRun) writeAtomically(target, text);
  }

  return {
    /** What holds now: for ids and keys that set-up makes. */
    find: (name: string): string | undefined =>
      settled[name] || (!replaces(name) && inFile(name)) || given[name] || undefined,
    /** As `find`, but what is to be replaced stays where nothing else was given. */
    input: (name: string): string | undefined =>
      settled[name] || (replaces(name) && given[name]) || inFile(name) || given[name] || undefined,
    inFile,
    /** Holds from now on, but is not written. */
    remember(name: string, value: string): void {
      settled[name] = value;
    },
    /** In one write: the value comes and the note goes. */
    save(name: string, value: string, note?: string): void {
      settled[name] = value;
      write((before) => withoutNote(inFile(name) === value ? before : withValues(before, { [name]: value }), note));
    },
    /** A note to the next run, which a crash may need. */
    note: {
      find: (key: string): string | undefined => new RegExp(`^# ${key}: (.*)$`, "m").exec(text)?.[1],
      write: (key: string, words: string) => write((before) => `${before.replace(/\n?$/, "\n")}# ${key}: ${words}\n`),
      remove: (key: string) => write((before) => withoutNote(before, key)),
    },
  };
}

function withoutNote(text: string, key: string | undefined): string {
  return key === undefined ? text : text.replace(new RegExp(`^# ${key}: .*\\n`, "m"), "");
}

export type EnvFile = ReturnType<typeof openEnvFile>;

/** Its owner's alone, and whole at any moment: the old file or the new one. */
function writeAtomically(path: string, text: string): void {
  const fresh = `${path}.${randomBytes(4).toString("hex")}.new`;
  try {
    const file = openSync(fresh, "wx", 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new SetupProblem(`${path} could not be written (${code}). Make its folder writable, then run this again.`);
  }
}
