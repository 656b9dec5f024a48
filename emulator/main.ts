import { parseArgs } from "node:util";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { startEmulator } from "@/emulator/start-emulator";

const defaultPort = 4010;

const usage = `Usage: npm run emulator -- [--port 4010] [--seed 7] [--state file.json]
Or by EMULATOR_PORT, EMULATOR_SEED and EMULATOR_STATE_FILE. See emulator/README.md.`;

function readFlags() {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({ options: { port: text, seed: text, state: text, help: { type: "boolean" } } });
    if (!values.help) return values;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exit(1);
  }
}

function refuseProduction(): void {
  if (process.env.NODE_ENV !== "production" || process.env.EMULATOR_ALLOW_PRODUCTION === "yes") return;
  console.error("The emulator hands out login codes to anyone on this machine, so it does not start with");
  console.error("NODE_ENV=production. Set EMULATOR_ALLOW_PRODUCTION=yes if that is what you want.");
  process.exit(1);
}

function readNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value)) return value;
  console.error(`${name} must be a whole number, not "${text}".`);
  process.exit(1);
}

function explain(error: unknown): never {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (!isTaken) throw error;
  console.error(`Port ${port} is taken, perhaps by another emulator. Choose a free one with --port or EMULATOR_PORT.`);
  process.exit(1);
}

const flags = readFlags();
refuseProduction();
const port = readNumber("The port", flags.port ?? process.env.EMULATOR_PORT) ?? defaultPort;
const emulator = await startEmulator({
  port,
  seed: readNumber("The seed", flags.seed ?? process.env.EMULATOR_SEED),
  stateFile: flags.state ?? process.env.EMULATOR_STATE_FILE,
}).catch(explain);
console.log(`Inbox           ${emulator.url}/`);
console.log(`Twilio Verify   ${emulator.url}/v2   account ${defaultAccount.accountSid}`);
console.log(`SendGrid        ${emulator.url}/v3   template ${defaultAccount.templateId}`);
console.log(`Stripe          ${emulator.url}/v1   key ${defaultAccount.stripeSecretKey}`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void emulator.close().finally(() => process.exit(0)));

// A killed npm or shell cannot pass the signal on.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) void emulator.close().finally(() => process.exit(0));
}, 1_000).unref();
