import { randomBytes } from "node:crypto";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { ProviderError } from "@/scripts/providers/provider-request";
import { openSendgridAccount } from "@/scripts/providers/sendgrid-account";
import { openStripeAccount } from "@/scripts/providers/stripe-account";
import { openTwilioAccount } from "@/scripts/providers/twilio-account";
import { type Ask, collectInputs } from "./collect-inputs";
import { openEnvFile, type Values } from "./env-file";
import { checkSender, setUpSendgrid, setupScopes } from "./set-up-sendgrid";
import { setUpStripe } from "./set-up-stripe";
import { emailIntegrationPage, longestServiceName, settleAccount, setUpTwilio } from "./set-up-twilio";
import type { SetupRun, StepReport } from "./setup-step";

export type SetupOptions = {
  envPath: string;
  /** From flags and the environment. `SENDGRID_SETUP_KEY` is used, and never written. */
  given: Values;
  shopName: string;
  /** Variables whose value in the file is not kept. */
  replace: "all" | string[];
  isDryRun: boolean;
  /** Null without a terminal. */
  ask: Ask | null;
  tell(report: StepReport): void;
};

export type SetupResult = {
  /** What the operator still has to do, one sentence each. */
  todo: string[];
  /** What stopped it, and the one step that mends that. */
  problem: { message: string; step: string | null } | null;
};

const inputs = [
  ...["APP_URL", "DATABASE_URL", "SENDGRID_FROM_EMAIL", "SMS_COUNTRIES", "LOGIN_CHANNELS"],
  ...["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY", "TWILIO_API_SECRET"],
];
const addressNames = ["TWILIO_VERIFY_BASE_URL", "SENDGRID_BASE_URL", "STRIPE_BASE_URL", "ALLOW_PROVIDER_EMULATOR"];

/** Sets up both accounts and writes .env. What is there already is found again, also after a failure half-way. */
export async function runSetup(options: SetupOptions): Promise<SetupResult> {
  const { replace, isDryRun, tell } = options;
  const { SENDGRID_API_KEY: shellKey, SENDGRID_SETUP_KEY: setupKey = shellKey, ...given } = options.given;
  const todo: string[] = [];
  try {
    const replaces = (name: string) => replace === "all" || replace.includes(name);
    const env = openEnvFile(options.envPath, { given, replaces, isDryRun });
    const key = await collectInputs(env, setupKey || undefined, options.ask);
    const run: SetupRun = {
      ...{ env, isDryRun, tell, shopName: readShopName(options.shopName) },
      addresses: Object.fromEntries(addressNames.map((name) => [name, env.input(name)])),
      leave: (sentence) => todo.push(sentence),
    };
    const credentials = Object.fromEntries(inputs.map((name) => [name, env.input(name)]));
    const twilio = openTwilioAccount({ ...credentials, ...run.addresses });
    const sendgrid = openSendgridAccount(run.addresses, key);
    // Both keys are tried before anything is written or made.
    const services = await twilio.listServices();
    requireScopes(await sendgrid.scopes());
    if (services[0] !== undefined) settleAccount(run, services[0]);
    saveInputs(run, given, replaces);
    await setUpTwilio(run, twilio, services);
    await setUpSendgrid(run, sendgrid);
    const stripeKey = env.input("STRIPE_SECRET_KEY");
    if (stripeKey !== undefined) await setUpStripe(run, openStripeAccount(run.addresses, stripeKey), stripeKey);
    leaveTheRest(run);
    await checkSender(run, sendgrid);
    return { todo, problem: null };
  } catch (error) {
    if (error instanceof ProviderError) return { todo, problem: { message: error.message, step: error.step } };
    if (error instanceof SetupProblem) return { todo, problem: { message: error.message, step: null } };
    throw error;
  }
}

function readShopName(name: string): string {
  if (name.length <= longestServiceName) return name;
  throw new SetupProblem(
    `The shop's name has ${name.length} characters, and a Verify service takes ${longestServiceName}. Give a shorter one with --name.`,
  );
}

function requireScopes(scopes: string[]): void {
  const missing = setupScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) return;
  throw new SetupProblem(
    `The SendGrid key for set-up lacks ${missing.join(", ")}. Give one with full access, from https://app.sendgrid.com/settings/api_keys, as SENDGRID_SETUP_KEY.`,
  );
}

/** What was given and is not in the file yet; a value of the file stays. */
function saveInputs({ env, tell, leave }: SetupRun, given: Values, replaces: (name: string) => boolean): void {
  const isEmulated = env.input("ALLOW_PROVIDER_EMULATOR") === "true";
  const saved: string[] = [];
  for (const name of [...inputs, ...(isEmulated ? [] : addressNames)]) {
    const value = env.input(name);
    if (given[name] && value !== given[name] && value === env.inFile(name))
      tell({ step: name, outcome: "kept", detail: `--replace=${name} takes the given one` });
    if (value === undefined || value === env.inFile(name)) continue;
    env.save(name, value);
    saved.push(name);
  }
  for (const name of ["AUTH_SECRET", "CRON_SECRET"]) {
    const kept = env.inFile(name);
    if (kept !== undefined && !replaces(name)) continue;
    const fresh = (kept === undefined && given[name]) || randomBytes(33).toString("base64url");
    const isRotated = name === "AUTH_SECRET" && kept !== undefined;
    env.save(name, isRotated ? `${kept},${fresh}` : fresh);
    saved.push(name);
    if (isRotated)
      leave(
        'AUTH_SECRET has a new secret behind the old one. Continue as docs/deployment.md says under "Rotate AUTH_SECRET".',
      );
  }
  if (saved.length > 0) tell({ step: "Settings", outcome: "saved", detail: saved.join(", ") });
}

function leaveTheRest({ env, leave }: SetupRun): void {
  if (env.inFile("DATABASE_URL") === undefined)
    leave("Write DATABASE_URL into .env: the connection string of your PostgreSQL.");
  const services = ["TWILIO_VERIFY_SERVICE_SID", "TWILIO_TRUSTED_VERIFY_SERVICE_SID"].map(
    (name) => env.find(name) ?? name,
  );
  leave(
    `Connect Twilio with SendGrid; Twilio has no API for it. Open ${emailIntegrationPage}, press "Create", and give it SENDGRID_API_KEY, SENDGRID_TEMPLATE_ID and SENDGRID_FROM_EMAIL from .env. Then choose it in the Email tab of both services: ${services.join(" and ")}.`,
  );
}
