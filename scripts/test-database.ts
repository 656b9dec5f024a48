import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "@/prisma/connect";
import { startEmbeddedDatabase } from "./embedded-database";
import { findInstalledPostgres } from "./find-postgres";
import { startNativePostgres } from "./native-postgres";
import { requireLocalDatabase } from "./require-local-database";

export type TestDatabase = { url: string; exited?: Promise<unknown>; stop: () => Promise<void> };

/** A server for one test run: nothing in it is worth a wait for the disk. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

/**
 * Starts a native PostgreSQL for one test run, without a trace on the disk after it. It is the server that
 * TEST_DATABASE_URL names where that is set. Null where there is none to start.
 */
export async function startTestServer(): Promise<TestDatabase | null> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    requireLocalDatabase(given);
    return { url: given, stop: async () => {} };
  }
  const programs = findInstalledPostgres();
  if (programs === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "myshop-test-postgres-"));
  const server = await startNativePostgres(programs, folder, SETTINGS);
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A new, empty database: on the server that TEST_DATABASE_URL names, else on a native PostgreSQL of its own, else, where
 * there is none, an embedded one.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const server = await startTestServer();
  if (server === null) return await startEmbeddedDatabase();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await command(server.url, `CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    exited: server.exited,
    async stop() {
      await command(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

async function command(url: string, sql: string): Promise<void> {
  const client = await connect(url);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
