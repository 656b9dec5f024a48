import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import getPort from "get-port";
import { connect } from "@/prisma/connect";
import { findInstalledPostgres, findPostgresUser } from "@/scripts/processes/find-programs";
import { startTiedProgram } from "@/scripts/processes/run-command";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { requireLocalDatabase } from "./configured-database";
import { startEmbeddedDatabase } from "./embedded-database";

export type TestDatabase = { url: string; exited?: Promise<unknown>; stop: () => Promise<void> };

/** No durability needed. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

/** TEST_DATABASE_URL, or a native PostgreSQL, or null. */
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

/** A new database: on the server at this URL, else as above, else embedded. */
export async function startTestDatabase(serverUrl?: string): Promise<TestDatabase> {
  const server: TestDatabase | null =
    serverUrl === undefined ? await startTestServer() : { url: serverUrl, stop: async () => {} };
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

export type NativePostgres = { url: string; exited: Promise<unknown>; stop: () => Promise<void> };

const START_TIMEOUT_MS = 60_000;

/** On a free loopback port, or this one. `folder` keeps the data. Throws SetupProblem if it cannot be made. */
export async function startNativePostgres(
  programs: string,
  folder: string,
  settings: Record<string, string>,
  givenPort?: number,
): Promise<NativePostgres> {
  const owner = process.getuid?.() === 0 ? findPostgresUser() : null;
  mkdirSync(folder, { recursive: true });
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  if (!existsSync(join(data, "PG_VERSION"))) {
    const args = ["-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"];
    const made = spawnSync(join(programs, "initdb"), args, { ...owner, cwd: folder, encoding: "utf8" });
    if (made.status !== 0) throw new SetupProblem(`initdb could not make ${data}: ${made.stderr}`);
  }
  const port = givenPort ?? (await getPort({ host: "127.0.0.1" }));
  const args = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder];
  for (const [name, value] of Object.entries(settings)) args.push("-c", `${name}=${value}`);
  const server = startTiedProgram([join(programs, "postgres"), ...args], "QUIT", { ...owner, cwd: folder });
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await waitForConnection(url, server.hasExited);
  return { url, exited: server.exited, stop: server.stop };
}

async function waitForConnection(url: string, hasEnded: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      const client = await connect(url);
      return await client.end();
    } catch (error) {
      if (hasEnded() || Date.now() > giveUpAt) throw error;
      await new Promise((settle) => setTimeout(settle, 100));
    }
  }
}
