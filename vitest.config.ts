import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");

// Placeholders; test/start-*.ts set the real addresses.
const env = {
  NODE_ENV: "test" as const,
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/unit-tests-have-no-database",
  DATABASE_POOL_SIZE: "5",
  AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  APP_URL: "http://localhost:3000",
};

const shared = {
  env,
  exclude: ["**/node_modules/**", "**/.next/**", "**/.data/**", "e2e/**"],
  restoreMocks: true,
};

export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "unit",
          maxWorkers: Math.max(3, availableParallelism()),
          testTimeout: 20_000,
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...shared.exclude, "**/*.db.test.ts"],
          globalSetup: ["test/start-emulator.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "database",
          include: ["**/*.db.test.ts"],
          globalSetup: ["test/start-slots.ts"],
          setupFiles: ["test/take-slot.ts"],
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
