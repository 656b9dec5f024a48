import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { accepts } from "./ports";
import { startTiedProgram } from "./run-command";
import { SetupProblem } from "./setup-problem";

/** `certificate`: its own, in PEM. */
export type Nginx = { url: string; certificate: string; accessLog: () => string; stop: () => Promise<void> };

/**
 * Starts nginx with exactly deploy/nginx.conf, on a loopback port with a certificate of its own. Only the three files
 * that every shop writes for itself differ. `ports` are those of the instances; `program` is the path of nginx.
 */
export async function startNginx(program: string, port: number, ports: number[]): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "myshop-nginx-"));
  mkdirSync(join(folder, "shop"));
  copyFileSync("deploy/nginx.conf", join(folder, "nginx.conf"));
  const accessLog = join(folder, "access.log");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder};`);
  const shopFiles = {
    "http.conf": `access_log ${accessLog} shop;\n${temporary.join("\n")}`,
    "instances.conf": ports.map((each) => `server 127.0.0.1:${each} max_fails=0;`).join("\n"),
    "address.conf": `listen 127.0.0.1:${port} ssl http2;
ssl_certificate ${folder}/certificate.pem;
ssl_certificate_key ${folder}/key.pem;`,
  };
  for (const [name, text] of Object.entries(shopFiles)) writeFileSync(join(folder, "shop", name), text);
  makeCertificate(folder);

  const globals = `daemon off; pid ${folder}/pid; ${process.getuid?.() === 0 ? "user root;" : ""}`;
  const command = [program, "-e", join(folder, "error.log"), "-c", join(folder, "nginx.conf"), "-g", globals];
  const { hasExited, stop } = startTiedProgram(command, "TERM");
  while (!(await accepts(port, "127.0.0.1"))) {
    if (hasExited()) throw new SetupProblem(`nginx did not start: ${readFileSync(join(folder, "error.log"), "utf8")}`);
    await setTimeout(50);
  }
  return {
    url: `https://localhost:${port}`,
    certificate: readFileSync(join(folder, "certificate.pem"), "utf8"),
    accessLog: () => readFileSync(accessLog, "utf8"),
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeCertificate(folder: string): void {
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
  const files = ["-keyout", join(folder, "key.pem"), "-out", join(folder, "certificate.pem")];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const made = spawnSync("openssl", ["req", "-x509", "-nodes", "-days", "2", ...curve, ...names, ...files]);
  if (made.status !== 0) throw new SetupProblem(`openssl could not make a certificate: ${made.stderr}`);
}
