import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect as connectSocket } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { connect } from "@/prisma/connect";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded-database";

// One data directory for all: making a new one takes seconds, opening it again half of one.
const folder = mkdtempSync(join(tmpdir(), "embedded-"));
const dataDir = relative(process.cwd(), join(folder, "postgres"));
const started: EmbeddedDatabase[] = [];

afterEach(async () => {
  for (const database of started.splice(0)) await database.stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataDir });
  started.push(database);
  return database;
}

async function query(database: EmbeddedDatabase, sql: string) {
  const client = await connect(database.url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it("keeps everything that was committed when its process is killed in the middle of writing", async () => {
  const first = await start();
  await query(first, "CREATE TABLE kept (id serial PRIMARY KEY, text text)");
  const client = await connect(first.url);
  client.on("error", () => {});
  let committed = 0;
  const writing = (async () => {
    for (;;) {
      await client.query("INSERT INTO kept (text) VALUES (repeat('x', 1000))");
      committed += 1;
      if (committed === 200) process.kill(first.pid, "SIGKILL");
    }
  })();
  await expect(writing).rejects.toThrow();
  await first.exited;

  const [row] = await query(await start(), "SELECT count(*)::int AS count FROM kept");
  expect(row.count).toBeGreaterThanOrEqual(committed);
  expect(row.count).toBeLessThanOrEqual(committed + 1);
}, 120_000);

it("refuses a second process on the same data, and says which one has it", async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(`in use by process ${first.pid}`);
});

it("takes over a lock whose process is gone or has become another program", async () => {
  writeFileSync(`${dataDir}.lock`, `${process.pid}\n`);
  const database = await start();
  expect(readFileSync(`${dataDir}.lock`, "utf8")).toBe(`${database.pid}\n`);
});

it("keeps the statements of several connections apart, however large their parameters", async () => {
  const database = await start();
  const clients = await Promise.all(Array.from({ length: 6 }, () => connect(database.url)));
  const large = "x".repeat(300_000);
  await Promise.all(
    clients.map(async (client, own) => {
      for (let turn = 0; turn < 10; turn += 1) {
        const { rows } = await client.query(`SELECT ${own} AS own, $1::int AS turn, length($2) AS length`, [
          turn,
          large,
        ]);
        expect(rows).toEqual([{ own, turn, length: large.length }]);
        await expect(client.query("SELECT 1 / $1::int, $2", [0, large])).rejects.toThrow("division by zero");
      }
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
});

it("rolls back the transaction of a disconnected client, and serves the others", async () => {
  const database = await start();
  await query(database, "CREATE TABLE t (id int)");
  const client = await connect(database.url);
  client.on("error", () => {});
  await client.query("BEGIN");
  await client.query("INSERT INTO t VALUES (1)");
  (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
  expect(await query(database, "SELECT * FROM t")).toEqual([]);
});

it("serves the others when a client disconnects during a prepared query", async () => {
  const database = await start();
  await leaveAfterParse(Number(new URL(database.url).port));
  expect(await query(database, "SELECT 42 AS answer")).toEqual([{ answer: 42 }]);
});

/** Speaks just enough of the protocol to start a session, send one Parse message and hang up. */
function leaveAfterParse(port: number): Promise<void> {
  const startup = Buffer.from("\0\0\0\0\0\x03\0\0user\0postgres\0database\0postgres\0\0", "latin1");
  startup.writeInt32BE(startup.length, 0);
  const parse = Buffer.from("P\0\0\0\0\0SELECT 1\0\0\0", "latin1");
  parse.writeInt32BE(parse.length - 1, 1);
  return new Promise((resolve) => {
    const socket = connectSocket(port, "127.0.0.1", () => socket.write(startup));
    socket.once("data", () => {
      socket.write(parse);
      socket.once("data", () => socket.destroy());
      setTimeout(() => socket.destroy(), 300);
    });
    socket.once("close", () => resolve());
  });
}
