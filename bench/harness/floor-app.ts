import { execFile } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import getPort from "get-port";
import { startNext, waitForAnswer } from "@/scripts/processes/next-server";
import type { RunningParts } from "@/scripts/processes/running-parts";
import { emulatorEnvironment } from "@/scripts/providers/emulator-environment";
import { testEnvironment } from "@/scripts/test/test-shop";

// Inside the project, to find the same Next.
const folder = ".data/bench-floor";
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");

// Turbopack includes the shop's instrumentation.ts, which needs settings.
const shopSettings = {
  ...emulatorEnvironment("http://127.0.0.1:1"),
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  AUTH_SECRET: "only-for-a-page-without-content-and-sessions",
  APP_URL: "http://localhost",
};

const files: Record<string, string> = {
  "package.json": JSON.stringify({ name: "floor", private: true, type: "module" }),
  // Otherwise Next finds the shop's.
  "next.config.mjs": `const root = process.env.BENCH_ROOT;
export default { output: "standalone", outputFileTracingRoot: root, turbopack: { root } };\n`,
  "app/layout.jsx": `export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }\n`,
  "app/page.jsx": "export default function Page() { return <p>Nothing.</p>; }\n",
  "app/behind/page.jsx": "export default function Page() { return <p>Nothing.</p>; }\n",
  "app/per-request/page.jsx": `export const dynamic = "force-dynamic";\nexport default function Page() { return <p>Nothing.</p>; }\n`,
  "middleware.js": `import { NextResponse } from "next/server";
export const config = { matcher: ["/behind", "/behind/heavy"] };
export function middleware() { return NextResponse.next(); }\n`,
};

export type RunningFloor = { urls: string[]; stop: () => Promise<void> };

/** Builds and starts pages with nothing in them: static, behind a middleware, heavy, and per request. */
export async function startFloorApp(
  running: RunningParts,
  { heavyBytes = 0, processes = 1 }: { heavyBytes?: number; processes?: number } = {},
): Promise<RunningFloor> {
  rmSync(folder, { recursive: true, force: true });
  for (const path of ["app/behind/heavy", "app/per-request"]) mkdirSync(`${folder}/${path}`, { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(`${folder}/${path}`, text);
  writeFileSync(`${folder}/app/behind/heavy/page.jsx`, heavyPage(heavyBytes));
  const environment: NodeJS.ProcessEnv = {
    ...testEnvironment(),
    ...shopSettings,
    BENCH_ROOT: process.cwd(),
    NODE_ENV: "production",
  };
  await promisify(execFile)(process.execPath, [next, "build"], { cwd: folder, env: environment });
  const standalone = `${folder}/.next/standalone/${folder}`;
  // Next leaves what browsers fetch out.
  cpSync(`${folder}/.next/static`, `${standalone}/.next/static`, { recursive: true });

  const stops: (() => Promise<void>)[] = [];
  const urls: string[] = [];
  for (let index = 0; index < processes; index++) {
    const port = await getPort();
    const server = startNext("start", port, environment, { folder: standalone });
    running.add({ name: "The app of empty pages", stop: server.stop });
    stops.push(server.stop);
    urls.push(`http://localhost:${port}`);
    await waitForAnswer(`http://localhost:${port}/`, server, 60_000);
  }
  const stop = async () => {
    for (const stopOne of stops) await stopOne();
    rmSync(folder, { recursive: true, force: true });
  };
  return { urls, stop };
}

// As HTML and as data. The apostrophe makes V8 use two bytes a character, as for the shop.
function heavyPage(bytes: number): string {
  const bytesOfAnEmptyPage = 4_500;
  const text = "Nothing that’s worth a look. ";
  const repeats = Math.max(1, Math.round((bytes - bytesOfAnEmptyPage) / 2 / Buffer.byteLength(text)));
  return `export default function Page() { return <p>{${JSON.stringify(text)}.repeat(${repeats})}</p>; }\n`;
}
