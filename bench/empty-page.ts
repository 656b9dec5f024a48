import { execFile, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import getPort from "get-port";
import { emulatorEnvironment } from "@/scripts/emulator-environment";
import { testEnvironment } from "@/scripts/test-environment";
import { measureScripts } from "./measure-scripts";

// Inside the project, so that it finds the same Next.
const folder = ".data/bench-empty-page";
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");

// Turbopack also takes up the shop's instrumentation.ts, which lies at its root; it sends nothing to a browser, but
// stops a server without settings.
const shopSettings = {
  ...emulatorEnvironment("http://127.0.0.1:1"),
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  AUTH_SECRET: "only-for-a-page-without-content-and-sessions",
  APP_URL: "http://localhost",
};

/** The JavaScript of a page with nothing in it, built by the same Next, in bytes of gzip. */
export async function measureEmptyPage(): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/app`, { recursive: true });
  writeFileSync(`${folder}/package.json`, JSON.stringify({ name: "empty-page", private: true, type: "module" }));
  // Without one of its own Next takes the shop's, which it finds further up.
  writeFileSync(`${folder}/next.config.mjs`, "export default { turbopack: { root: process.env.BENCH_ROOT } };\n");
  writeFileSync(
    `${folder}/app/layout.jsx`,
    `export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }\n`,
  );
  writeFileSync(`${folder}/app/page.jsx`, "export default function Page() { return <p>Nothing.</p>; }\n");

  const env: NodeJS.ProcessEnv = {
    ...testEnvironment(),
    ...shopSettings,
    BENCH_ROOT: process.cwd(),
    NODE_ENV: "production",
  };
  await promisify(execFile)(process.execPath, [next, "build"], { cwd: folder, env });
  const port = await getPort();
  const server = spawn(process.execPath, [next, "start", "-p", String(port)], { cwd: folder, env, stdio: "ignore" });
  try {
    return await measureWhenUp(`http://localhost:${port}/`);
  } finally {
    server.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureWhenUp(url: string): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return await measureScripts(url);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The empty page did not come up at ${url}.`);
}
