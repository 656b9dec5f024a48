import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { judgeVercelOutput } from "./check-vercel";

let folder: string;

function write(path: string, content: unknown): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
}

const addFunction = (name: string, runtime: string, filePathMap: Record<string, string> = {}) =>
  write(`.vercel/output/functions/${name}.func/.vc-config.json`, { runtime, filePathMap });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vercel-output-"));
  write("vercel.json", { crons: [{ path: "/api/jobs/daily", schedule: "17 3 * * *" }] });
  write("package.json", { devDependencies: { hono: "1.0.0" } });
  write(".vercel/output/config.json", { version: 3, crons: [{ path: "/api/jobs/daily", schedule: "17 3 * * *" }] });
  addFunction("middleware", "edge");
  addFunction("api/jobs/daily", "nodejs24.x", { "lib/a.js": "lib/a.js" });
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a right output of Vercel has no problem", () => {
  expect(judgeVercelOutput(folder)).toEqual([]);
});

test("a middleware that is missing, or not at the edge, is named", () => {
  addFunction("middleware", "nodejs24.x");
  expect(judgeVercelOutput(folder)).toEqual(["middleware runs on nodejs24.x, not at the edge."]);
  rmSync(join(folder, ".vercel/output/functions/middleware.func"), { recursive: true });
  expect(judgeVercelOutput(folder)).toEqual(["There is no middleware: nothing guards the members' pages."]);
});

test("a cron job that is missing, or that nothing answers, is named", () => {
  write(".vercel/output/config.json", { version: 3 });
  rmSync(join(folder, ".vercel/output/functions/api"), { recursive: true });
  expect(judgeVercelOutput(folder)).toEqual([
    "The cron job /api/jobs/daily of vercel.json is missing.",
    "No function answers the cron job /api/jobs/daily.",
  ]);
});

test("a function over 20 MB is named, with the files that it shares", () => {
  write("node_modules/big/index.js", "x".repeat(20_000_001));
  addFunction("login", "nodejs24.x", { "node_modules/big/index.js": "node_modules/big/index.js" });
  expect(judgeVercelOutput(folder)).toEqual(["login has 20 MB; 20 are allowed."]);
});

test.each([
  "emulator/main.js",
  "attack/main.js",
  "bench/run.js",
  "e2e/login.spec.js",
  "lib/env.test.js",
  "scripts/dev.js",
  ".env",
  "node_modules/hono/index.js",
])("a function that contains %s is named", (file) => {
  addFunction("login", "nodejs24.x", { [file]: file });
  expect(judgeVercelOutput(folder)).toEqual([`login contains ${file}.`]);
});
