// npm start [-- --hostname 0.0.0.0 --port 3000]: the build, for this machine alone unless told otherwise.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { hostname: { type: "string", short: "H" }, port: { type: "string", short: "p" } },
});

if (existsSync(".env")) process.loadEnvFile(".env");
if (values.port !== undefined) process.env.PORT = values.port;
// Shells and containers set HOSTNAME to the machine's own name.
process.env.HOSTNAME = values.hostname ?? "127.0.0.1";

const server = new URL("../.next/standalone/server.js", import.meta.url);
if (existsSync(server)) await import(server.href);
else {
  console.error("There is no build to start: run `npm run build` first.");
  process.exitCode = 1;
}
