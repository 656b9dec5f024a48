import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, expect, test, vi } from "vitest";

// Starts real processes, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let child: ChildProcess | undefined;

afterEach(() => child?.kill());

/** What the process says until it is ready, or until it gives up with its exit code. */
function start(env: Record<string, string>): Promise<{ said: string; exitCode: number | null }> {
  const started = spawn(process.execPath, ["--import", "tsx", "emulator/main.ts", "--port", "0"], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "development", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child = started;
  return new Promise((resolve) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString("utf8");
      if (said.includes("SendGrid  ")) resolve({ said, exitCode: null });
    };
    started.stdout.on("data", hear);
    started.stderr.on("data", hear);
    started.on("close", (exitCode) => resolve({ said, exitCode }));
  });
}

test("the emulator refuses to start in production and says why (R43)", async () => {
  const { said, exitCode } = await start({ NODE_ENV: "production" });
  expect(exitCode).toBe(1);
  expect(said).toContain("NODE_ENV=production");
  expect(said).toContain("EMULATOR_ALLOW_PRODUCTION=yes");
});

test("the emulator starts in production on loopback if the setting allows it", async () => {
  const { said, exitCode } = await start({ NODE_ENV: "production", EMULATOR_ALLOW_PRODUCTION: "yes" });
  expect(exitCode).toBeNull();
  expect(said).toMatch(/Inbox +http:\/\/127\.0\.0\.1:\d+\//);
});
