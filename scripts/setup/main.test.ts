import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { AccountNames } from "@/emulator/accounts/add-account";
import { createEmulatorClient } from "@/emulator/client";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";
import { askAtTerminal } from "./collect-inputs";

vi.setConfig({ testTimeout: 90_000 });

let emulator: RunningEmulator;
let names: AccountNames;
let folder: string;

beforeAll(async () => {
  emulator = await startEmulator();
  const control = createEmulatorClient(emulator.url);
  names = await control.addAccount();
  await control.changeAccount(names.accountSid, { verifiedDomains: ["shop.example"] });
  folder = mkdtempSync(join(tmpdir(), "setup-main-"));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await emulator.close();
});

async function npmRunSetup(args: string[], more: NodeJS.Dict<string> = {}) {
  const child = spawn(process.execPath, ["scripts/bootstrap.mjs", "scripts/setup/main.ts", ...args], {
    env: {
      PATH: process.env.PATH,
      ALLOW_PROVIDER_EMULATOR: "true",
      TWILIO_VERIFY_BASE_URL: emulator.url,
      SENDGRID_BASE_URL: emulator.url,
      TWILIO_ACCOUNT_SID: names.accountSid,
      TWILIO_AUTH_TOKEN: names.authToken,
      SENDGRID_API_KEY: names.sendgridApiKey,
      NODE_ENV: "test",
      ...more,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const exitCode = await new Promise((resolve) => child.once("close", resolve));
  return { exitCode, stdout, stderr };
}

const flags = () => [
  ...["--app-url", "https://shop.example", "--from-email", "codes@shop.example", "--name", "Tea shop"],
  ...["--file", join(folder, ".env")],
];

describe("npm run setup", () => {
  test("says each step, ends with the one click, and prints no secret", async () => {
    const { exitCode, stdout, stderr } = await npmRunSetup(flags());
    expect([exitCode, stderr]).toEqual([0, ""]);
    const env = parseEnv(readFileSync(join(folder, ".env"), "utf8"));
    expect(stdout).toContain(`+ Verify service: created ("Tea shop", codes of 6 digits)`);
    expect(stdout).toContain("1. Write DATABASE_URL into .env");
    expect(stdout).toContain("Open https://console.twilio.com/us1/develop/verify/settings/email");
    expect(stdout).toContain(`${env.TWILIO_VERIFY_SERVICE_SID} and ${env.TWILIO_TRUSTED_VERIFY_SERVICE_SID}`);
    expect(env.SENDGRID_API_KEY).not.toBe(names.sendgridApiKey);
    for (const secret of [names.authToken, names.sendgridApiKey, env.SENDGRID_API_KEY ?? "", env.AUTH_SECRET ?? ""])
      expect(`${stdout}${stderr}`).not.toContain(secret);
  });

  test("with --json answers one object, also where it failed, and ends with 1 then", async () => {
    const done = await npmRunSetup([...flags(), "--json", "--dry-run"], { SENDGRID_SETUP_KEY: names.sendgridApiKey });
    expect(JSON.parse(done.stdout)).toMatchObject({ ok: true, dryRun: true, problem: null });
    expect(JSON.parse(done.stdout).steps).toContainEqual({
      ...{ step: "SendGrid key of the shop", outcome: "kept", detail: "it can send mail and read templates" },
    });
    const failed = await npmRunSetup([...flags(), "--json"], { SENDGRID_SETUP_KEY: "SG.wrong.secret" });
    expect(failed.exitCode).toBe(1);
    expect(JSON.parse(failed.stdout).problem).toMatchObject({
      message: expect.stringContaining("SendGrid answered 401"),
    });
    expect(`${failed.stdout}${failed.stderr}`).not.toContain("wrong.secret");
  });

  test("takes no key as a flag", async () => {
    const { exitCode, stderr } = await npmRunSetup(["--sendgrid-api-key", "SG.x"]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("Keys are never flags");
  });
});

describe("a question at the terminal", () => {
  test("hides a secret, and is asked again until the answer can be right", async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    let shown = "";
    output.on("data", (chunk) => (shown += chunk));
    const problem = (answer: string) => (answer.startsWith("SG.") ? null : "A key starts with SG.");
    const answer = askAtTerminal(input, output)({ variable: "K", words: "The key", isSecret: true, problem });
    input.write("wrong-one\r");
    await vi.waitFor(() => expect(shown).toContain("starts with SG.\nThe key: "));
    input.write("SG.right-one\r");
    expect(await answer).toBe("SG.right-one");
    expect(shown).not.toMatch(/wrong-one|right-one/);
  });

  test("shows what an empty answer stands for, and ends when the terminal closes", async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    let shown = "";
    output.on("data", (chunk) => (shown += chunk));
    const ask = askAtTerminal(input, output);
    const question = { variable: "A", words: "The address", fallback: "https://shop.example", problem: () => null };
    const first = ask(question);
    input.write("\r");
    expect(await first).toBe("https://shop.example");
    expect(shown).toContain("The address [https://shop.example]: ");
    const second = ask(question);
    input.end();
    await expect(second).rejects.toThrow("Set-up was ended");
  });
});
