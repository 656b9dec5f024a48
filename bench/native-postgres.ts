import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import getPort from "get-port";
import { connect } from "@/prisma/connect";
import { findPostgres, HOW_TO_GET_POSTGRES } from "@/scripts/find-postgres";
import { SetupProblem } from "@/scripts/setup-problem";

export type NativePostgres = { url: string; stop: () => Promise<void> };

const START_TIMEOUT_MS = 60_000;

/**
 * The database of BENCH_DATABASE_URL, or a native PostgreSQL on loopback, whose data stays in .data/bench-postgres
 * for the next run. Its settings are the defaults but for the memory that it keeps pages in, which is 128 MB by default,
 * too little for any server of a million users; its manual begins at a quarter of the machine's ("Resource Consumption").
 */
export async function startNativePostgres(): Promise<NativePostgres> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const programs = findPostgres();
  if (programs === null) throw new SetupProblem(HOW_TO_GET_POSTGRES);

  const owner = findOwner();
  const folder = resolve(".data/bench-postgres");
  mkdirSync(folder, { recursive: true });
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  if (!existsSync(join(data, "PG_VERSION"))) {
    const args = ["-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C"];
    const made = spawnSync(join(programs, "initdb"), args, { ...owner, cwd: folder, encoding: "utf8" });
    if (made.status !== 0) throw new SetupProblem(`initdb could not make ${data}: ${made.stderr}`);
  }

  const port = await getPort({ host: "127.0.0.1" });
  const args = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-c", "shared_buffers=1GB"];
  const child = spawn(join(programs, "postgres"), args, { ...owner, cwd: folder, stdio: "ignore" });
  // SIGINT is PostgreSQL's fast shutdown.
  const endWithUs = () => child.kill("SIGINT");
  process.once("exit", endWithUs);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
  const exited = once(child, "exit");
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await waitForConnection(url, () => child.exitCode !== null);
  return {
    url,
    async stop() {
      process.off("exit", endWithUs);
      child.kill("SIGINT");
      await exited;
    },
  };
}

/** PostgreSQL refuses to run as root, and runs then as the user that its package made. */
function findOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout),
  );
  if (!uid || !gid) throw new SetupProblem("PostgreSQL does not run as root, and there is no user named postgres.");
  return { uid, gid };
}

async function waitForConnection(url: string, hasEnded: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      const client = await connect(url);
      return await client.end();
    } catch (error) {
      if (hasEnded() || Date.now() > giveUpAt) throw error;
      await new Promise((settle) => setTimeout(settle, 200));
    }
  }
}
