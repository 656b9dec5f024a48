import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

type Options = TestProjectInlineConfiguration["test"];

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");

const env = {
  NODE_ENV: "test" as const,
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/unit-tests-have-no-database",
  DATABASE_POOL_SIZE: "5",
  AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  APP_URL: "http://localhost:3000",
};

/** A process for each of these files. The others share one per worker, which loads each module once. */
const replacesPartOfItsProcess =
  /\bvi\.(?:mock|doMock|resetModules|stubEnv|stubGlobal|useFakeTimers)\(|process\.env\.\w+ = |assign\(process\.env|doctor-parts"/;
const alone = findTests().filter((file) => replacesPartOfItsProcess.test(readFileSync(join(root, file), "utf8")));

function findTests(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^\.|^node_modules$/.test(entry.name) ? [] : findTests(path);
    return /\.test\.tsx?$/.test(entry.name) ? [relative(root, path).replaceAll("\\", "/")] : [];
  });
}

const excluded = ["**/node_modules/**", "**/.next/**", "**/.data/**", "e2e/**"];
const shared = { env, restoreMocks: true };

const unit = {
  ...shared,
  maxWorkers: Math.max(3, availableParallelism()),
  testTimeout: 20_000,
  hookTimeout: 60_000,
  globalSetup: ["test/start-emulator.ts"],
};

const database = {
  ...shared,
  globalSetup: ["test/start-slots.ts"],
  setupFiles: ["test/take-slot.ts"],
  maxWorkers: 3,
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    projects: [
      together("unit", unit, ["**/*.test.ts", "**/*.test.tsx"], ["**/*.db.test.ts"]),
      eachAlone("unit-alone", unit, (file) => !file.endsWith(".db.test.ts")),
      together("database", database, ["**/*.db.test.ts"]),
      eachAlone("database-alone", database, (file) => file.endsWith(".db.test.ts")),
    ],
  },
});

function together(name: string, options: Options, include: string[], exclude: string[] = []) {
  const setupFiles = [...(options?.setupFiles ?? []), "test/leave-no-trace.ts"];
  const others = [...excluded, ...exclude, ...alone];
  return { extends: true as const, test: { ...options, name, isolate: false, setupFiles, include, exclude: others } };
}

function eachAlone(name: string, options: Options, isOne: (file: string) => boolean) {
  return { extends: true as const, test: { ...options, name, include: alone.filter(isOne), exclude: excluded } };
}
