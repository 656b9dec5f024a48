// npm run setup: sets up Twilio and SendGrid, and writes .env.
import { parseArgs } from "node:util";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { shopConfig } from "@/shop.config";
import { askAtTerminal } from "./collect-inputs";
import { runSetup } from "./run-setup";
import type { StepReport } from "./setup-step";

const USAGE = `Usage: npm run setup -- [--dry-run] [--json] [--replace or --replace=NAME,NAME]
  [--name "Tea shop staging"] [--app-url https://shop.example] [--from-email codes@shop.example]
  [--sms-countries US,GB] [--login-channels sms,whatsapp,call] [--file .env]
Keys are never flags, as other users of a machine see those. At a terminal they are asked for; elsewhere they come from
the environment: TWILIO_API_KEY and TWILIO_API_SECRET (or TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN), and
SENDGRID_SETUP_KEY, a SendGrid key with full access that is not kept.`;

const flags = readFlags();
const isAtTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true && !flags.json;
const steps: StepReport[] = [];
const { todo, problem } = await runSetup({
  envPath: flags.file,
  given: {
    ...process.env,
    ...(flags["app-url"] === undefined ? {} : { APP_URL: flags["app-url"] }),
    ...(flags["from-email"] === undefined ? {} : { SENDGRID_FROM_EMAIL: flags["from-email"] }),
    ...(flags["sms-countries"] === undefined ? {} : { SMS_COUNTRIES: flags["sms-countries"] }),
    ...(flags["login-channels"] === undefined ? {} : { LOGIN_CHANNELS: flags["login-channels"] }),
  },
  shopName: flags.name ?? shopConfig.name,
  replace: flags.replace,
  isDryRun: flags["dry-run"],
  ask: isAtTerminal ? askAtTerminal(process.stdin, process.stdout) : null,
  tell(report) {
    steps.push(report);
    if (!flags.json) console.log(lineOf(report));
  },
});

if (flags.json)
  console.log(JSON.stringify({ ok: problem === null, dryRun: flags["dry-run"], steps, todo, problem }, null, 2));
else sayWhatIsLeft();
process.exitCode = problem === null ? 0 : 1;

function lineOf({ step, outcome, detail }: StepReport): string {
  const isChange = outcome === "created" || outcome === "changed" || outcome === "saved";
  return `${isChange ? "+" : "✓"} ${step}: ${flags["dry-run"] && isChange ? "would be " : ""}${outcome} (${detail})`;
}

function sayWhatIsLeft(): void {
  if (flags["dry-run"]) console.log("\nNothing was changed, neither in the accounts nor in .env.");
  if (todo.length > 0) console.log(`\nStill to do:\n${todo.map((sentence, i) => `${i + 1}. ${sentence}`).join("\n")}`);
  if (problem !== null) {
    console.error(`\n✗ ${problem.message}${problem.step === null ? "" : `\n  ${problem.step}`}`);
    console.error("  Nothing is lost: `npm run setup` finds what was made, and continues.");
    return;
  }
  console.log(
    "Then run `npm run doctor -- --email you@example.com --send-code`: it checks all of it, and sends you a code.",
  );
}

function readFlags() {
  const text = { type: "string" } as const;
  const yes = { type: "boolean", default: false } as const;
  try {
    // `--replace` alone stands for every variable.
    const args = process.argv.slice(2).map((arg) => (arg === "--replace" ? "--replace=" : arg));
    const { replace, ...values } = parseArgs({
      args,
      options: {
        ...{ "dry-run": yes, json: yes, help: yes, replace: text, file: { ...text, default: ".env" } },
        ...{ name: text, "app-url": text, "from-email": text, "sms-countries": text, "login-channels": text },
      },
    }).values;
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    return { ...values, replace: replace === "" ? ("all" as const) : (replace?.split(",") ?? []) };
  } catch (error) {
    throw new SetupProblem(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
