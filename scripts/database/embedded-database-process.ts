// Child of embedded-database.ts: PGlite over TCP while the parent is connected.
import { existsSync, renameSync, rmSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { lockDataDir } from "@/scripts/processes/lock-file";
import type { EmbeddedDatabaseMessage, EmbeddedDatabaseOptions } from "./embedded-database";
import { keepPipelinesTogether } from "./pipelined-queries";

const options: EmbeddedDatabaseOptions = JSON.parse(process.argv[2] ?? "{}");
let isDeletionPending = false;
let close = async () => {};

// A parent that stops or dies hangs up.
process.once("disconnect", () => leave(0));
process.once("SIGTERM", () => leave(0));
process.once("SIGINT", () => leave(0));

try {
  const { database, unlock } = await open();
  keepPipelinesTogether(database, (error) => {
    console.error("The embedded database has crashed:", error);
    process.exit(1);
  });
  const server = new PGLiteSocketServer({
    db: database,
    host: "127.0.0.1",
    port: options.port ?? 0,
    maxConnections: 200,
  });
  await server.start();
  close = async () => {
    await server.stop();
    await database.close();
    unlock();
  };
  const port = Number(server.getServerConn().split(":").at(-1));
  report({ type: "ready", port });
  if (!process.connected) leave(0);
} catch (error) {
  report({ type: "failed", reason: error instanceof Error ? error.message : String(error) });
  leave(1);
}

async function open(): Promise<{ database: PGlite; unlock: () => void }> {
  const { dataDir } = options;
  if (dataDir === undefined) {
    return { database: await PGlite.create({ extensions: { pg_trgm } }), unlock: () => {} };
  }
  const unlock = await lockDataDir(dataDir);
  try {
    if (!existsSync(dataDir)) await createDataDir(dataDir);
    return { database: await PGlite.create({ dataDir, extensions: { pg_trgm } }), unlock };
  } catch (error) {
    unlock();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The embedded database in ${dataDir} does not open (${reason}). To begin with an empty one, delete that folder.`,
    );
  }
}

/** Atomic: a killed first start leaves nothing half made. */
async function createDataDir(dataDir: string): Promise<void> {
  const unfinished = `${dataDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const database = await PGlite.create({ dataDir: unfinished });
  await database.close();
  renameSync(unfinished, dataDir);
}

function report(message: EmbeddedDatabaseMessage): void {
  if (process.connected) process.send?.(message);
}

function leave(exitCode: number): void {
  if (isDeletionPending) return;
  isDeletionPending = true;
  close()
    .catch((error) => console.error(error))
    .finally(() => process.exit(exitCode));
}
