import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEnvFile, withValues } from "./env-file";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "env-file-"));
  path = join(folder, ".env");
});

afterEach(() => rmSync(folder, { recursive: true }));

const open = ({ given = {}, replace = [] as string[], isDryRun = false } = {}) =>
  openEnvFile(path, { given, replaces: (name) => replace.includes(name), isDryRun });

describe("writing a value", () => {
  test.each([
    ["the last entry of several", "A=1\nA=2\nB=3\n", "A=1\nA=x\nB=3\n"],
    ["an empty entry", "A=\nB=3\n", "A=x\nB=3\n"],
    ["an entry with a comment behind it", "A=1 # why\n", "A=x # why\n"],
    ["an exported entry", "export A=1\n", "A=x\n"],
    ["a commented example, which stays", "# about\n#A=1\nB=3\n", "# about\n#A=1\nA=x\nB=3\n"],
    ["nothing, in a file without a last line break", "B=3", "B=3\nA=x\n"],
    ["a value of several lines", 'A="one\nB=two"\nC=3', "A=x\nC=3"],
    ["nothing inside the lines of another value", 'P="-----\nA=key\n-----"\n', 'P="-----\nA=key\n-----"\nA=x\n'],
  ])("replaces %s", (_case, before, after) => {
    expect(withValues(before, { A: "x" })).toBe(after);
  });

  test.each(["plain", "My shop", "two # words", 'with "quotes"', "SG.a-b_c.d", "a,b"])("reads %s back", (value) => {
    expect(parseEnv(withValues("", { A: value })).A).toBe(value);
  });

  test.each(["cash$", "it's", "two\nlines"])("refuses %j, which readers of .env understand differently", (value) => {
    expect(() => withValues("", { A: value })).toThrow("A must not have");
  });
});

describe("the file", () => {
  test("starts as the example, and only its owner can read it, whatever it was before", () => {
    open().save("AUTH_SECRET", "secret");
    expect(readFileSync(path, "utf8")).toContain("# Encrypts the session cookies");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    rmSync(path);
    writeFileSync(path, "A=1\n", { mode: 0o644 });
    open().save("B", "2");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "utf8")).toBe("A=1\nB=2\n");
    expect(readdirSync(folder)).toEqual([".env"]);
  });

  test("that others could read is closed to them, even if nothing is to be written", () => {
    writeFileSync(path, "A=1\n", { mode: 0o644 });
    open({ isDryRun: true });
    expect(statSync(path).mode & 0o777).toBe(0o644);
    open();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("behind a link is written where it is", () => {
    const real = join(folder, "real.env");
    writeFileSync(real, "A=1\n");
    symlinkSync(real, path);
    open().save("A", "2");
    expect(readFileSync(real, "utf8")).toBe("A=2\n");
  });

  test("is not touched by a dry run or by a value that it has", () => {
    writeFileSync(path, "A=1\n");
    const { mtimeMs } = statSync(path);
    open({ isDryRun: true }).save("A", "2");
    open().save("A", "1");
    expect([readFileSync(path, "utf8"), statSync(path).mtimeMs]).toEqual(["A=1\n", mtimeMs]);
  });

  test("comes before the environment, unless its value is to be replaced", () => {
    writeFileSync(path, "A=file\n");
    expect(open({ given: { A: "given" } }).find("A")).toBe("file");
    expect(open({ given: { A: "given" }, replace: ["A"] }).find("A")).toBe("given");
    expect(open({ replace: ["A"] }).find("A")).toBeUndefined();
    expect(open({ replace: ["A"] }).input("A")).toBe("file");
    expect(open({ given: { B: "given" } }).find("B")).toBe("given");
  });

  test("keeps a note for the next run, until the value is there", () => {
    open().note.write("Making", "key 1");
    const env = open();
    expect(env.note.find("Making")).toBe("key 1");
    env.save("A", "1", "Making");
    expect(open().note.find("Making")).toBeUndefined();
  });

  test("that cannot be written is named, with what mends it", () => {
    const env = openEnvFile("/nowhere/.env", { given: {}, replaces: () => false, isDryRun: false });
    expect(() => env.save("A", "1")).toThrow("/nowhere/.env could not be written (ENOENT). Make its folder writable");
  });
});
