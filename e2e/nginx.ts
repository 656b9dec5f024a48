import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// scripts/test.ts finds it, or brings it.
const program = process.env.NGINX_PATH;

/** Whether there is an nginx to test with. */
export const hasNginx = program !== undefined;

/** Starts an nginx on a loopback port that passes everything on to `target` with these lines of configuration. */
export async function startNginx(
  port: number,
  target: string,
  lines: string[],
): Promise<{ stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "shop-nginx-"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder};`);
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
http { access_log off; ${temporary.join(" ")}
  server { listen 127.0.0.1:${port}; location / { proxy_pass ${target}; ${lines.join(" ")} } } }`,
  );
  const child: ChildProcess = spawn(program ?? "nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], {
    stdio: "ignore",
  });
  while (child.exitCode === null && !(await accepts(port))) await sleep(50);
  return {
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether somebody listens at this port of an address. */
export async function accepts(port: number, host = "127.0.0.1"): Promise<boolean> {
  const socket = connect({ port, host, timeout: 2_000 });
  const isOpen = await Promise.race([
    once(socket, "connect").then(() => true),
    once(socket, "timeout").then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return isOpen;
}
