import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "@/prisma/connect";
import { findPostgresUser } from "@/scripts/processes/find-programs";
import { startTiedProgram } from "@/scripts/processes/run-command";

export type Pgbouncer = { url: string; exited: Promise<unknown>; stop: () => Promise<void> };

/**
 * Starts pgbouncer in transaction mode on a loopback port, with few connections to the server of `databaseUrl`, so that
 * sessions really share them, and with the settings of docs/deployment.md. `program` is its path. Gives the address of the same database behind it.
 */
export async function startPgbouncer(program: string, databaseUrl: string, port: number): Promise<Pgbouncer> {
  const server = new URL(databaseUrl);
  const folder = mkdtempSync(join(tmpdir(), "myshop-pgbouncer-"));
  const file = join(folder, "pgbouncer.ini");
  writeFileSync(
    file,
    `[databases]
* = host=${server.hostname} port=${server.port} user=${server.username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
max_client_conn = 500
server_login_retry = 1
query_wait_timeout = 3
`,
  );
  // Like PostgreSQL, it refuses root.
  const owner = process.getuid?.() === 0 ? findPostgresUser() : null;
  if (owner) for (const path of [folder, file]) chownSync(path, owner.uid, owner.gid);
  // Lets transactions end, as Debian's unit does.
  const { exited, hasExited, stop } = startTiedProgram([program, file], "INT", { ...owner, cwd: folder });

  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  for (let tries = 1; ; tries++) {
    try {
      await (await connect(url.href)).end();
      break;
    } catch (error) {
      if (hasExited() || tries === 100) throw error;
      await new Promise((settle) => setTimeout(settle, 100));
    }
  }
  return {
    url: url.href,
    exited,
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
