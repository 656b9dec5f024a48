import { defaultAccount } from "@/emulator/default-account";
import { startEmulator } from "@/emulator/start-emulator";

const defaultPort = 4010;

function flag(name: string): string | undefined {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
}

function refuseProduction(): void {
  if (process.env.NODE_ENV !== "production" || process.env.EMULATOR_ALLOW_PRODUCTION === "yes") return;
  console.error("The emulator hands out login codes to anyone on this machine, so it does not start with");
  console.error("NODE_ENV=production. Set EMULATOR_ALLOW_PRODUCTION=yes if that is what you want.");
  process.exit(1);
}

refuseProduction();
const seed = flag("seed") ?? process.env.EMULATOR_SEED;
const emulator = await startEmulator({
  port: Number(flag("port") ?? process.env.EMULATOR_PORT ?? defaultPort),
  seed: seed === undefined ? undefined : Number(seed),
  stateFile: flag("state") ?? process.env.EMULATOR_STATE_FILE,
});
console.log(`Inbox           ${emulator.url}/`);
console.log(`Twilio Verify   ${emulator.url}/v2   account ${defaultAccount.accountSid}`);
console.log(`SendGrid        ${emulator.url}/v3   template ${defaultAccount.templateId}`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void emulator.close().finally(() => process.exit(0)));
