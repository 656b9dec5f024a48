import type { Finding } from "@/lib/checks/findings";
import { type Env, examineEnv } from "@/lib/env";
import { eventTarget, postMessage } from "@/lib/events/post-message";
import { ProviderError } from "@/scripts/providers/provider-request";
import {
  type Clock,
  checkEnvironment,
  checkOwnDatabase,
  checkOwnRedis,
  judgeClocks,
  readProviderClock,
} from "./check-own-parts";
import { checkSendgrid } from "./check-sendgrid";
import { checkShop } from "./check-shop";
import { checkStripe } from "./check-stripe";
import { checkTwilio } from "./check-twilio";
import { shopFinding } from "./shop-findings";

export type DoctorOptions = {
  source: NodeJS.Dict<string>;
  envFile: string;
  /** How many processes of the shop run at once. */
  instances: number;
  /** The operator's own, in canonical form. */
  email: string | null;
  /** Sends that address a code through each Verify service. */
  sendsCode: boolean;
  /** Posts a test event to EVENTS_WEBHOOK_URL. */
  sendsEvent: boolean;
  /** All checks run at once, so this is also the longest that they take. */
  limitMs: number;
};

type Result = { findings: Finding[]; clocks?: Clock[] };
/** Left out if a variable that begins with one of `needs` is wrong. */
type Check = { area: string; needs: string[]; run: (settings: Env) => Promise<Result> };

const severities = ["error", "warning", "unchecked"];

/** What is wrong or could not be looked at, the worst first. */
export async function runChecks(options: DoctorOptions): Promise<Finding[]> {
  const { source, envFile, limitMs } = options;
  const examined = examineEnv(source);
  const isSound = (check: Check) =>
    !examined.problems.some(({ name }) => check.needs.some((start) => name.startsWith(start)));
  const results = await Promise.all([
    checkEnvironment(source, examined, envFile).then((findings): Result => ({ findings })),
    ...checksFor(options)
      .filter(isSound)
      .map((check) => runWithin(check, examined.settings as Env, limitMs)),
  ]);
  const findings = [
    ...results.flatMap((result) => result.findings),
    ...judgeClocks(results.flatMap(({ clocks = [] }) => clocks)),
  ];
  return findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function checksFor({ source, instances, email, sendsCode, sendsEvent }: DoctorOptions): Check[] {
  return [
    {
      area: "the database",
      needs: ["DATABASE_"],
      run: ({ DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize, EVENTS_WEBHOOK_URL }) =>
        checkOwnDatabase({ url, poolSize, instances, hasStream: EVENTS_WEBHOOK_URL !== undefined }),
    },
    {
      area: "Redis",
      needs: ["REDIS_"],
      run: async ({ REDIS_URL }) => ({ findings: REDIS_URL === undefined ? [] : await checkOwnRedis(REDIS_URL) }),
    },
    { area: "the shop", needs: [""], run: ({ APP_URL }) => checkShop(APP_URL) },
    {
      area: "Twilio",
      needs: ["TWILIO_", "SENDGRID_", "ALLOW_", "SMS_", "LOGIN_"],
      run: (settings) => checkTwilio(source, settings, sendsCode ? email : null),
    },
    {
      area: "SendGrid",
      needs: ["SENDGRID_", "ALLOW_", "APP_"],
      run: (settings) => checkSendgrid(source, settings, email),
    },
    {
      area: "the receiver of events",
      needs: ["EVENTS_", "ALLOW_"],
      run: async (settings) => ({ findings: sendsEvent ? await sendTestEvent(settings) : [] }),
    },
    {
      area: "Stripe",
      needs: ["STRIPE_", "ALLOW_", "APP_"],
      run: (settings) => checkStripe(source, settings),
    },
    { area: "the clocks", needs: ["SENDGRID_BASE_URL", "TWILIO_VERIFY_BASE_URL"], run: readClocks },
  ];
}

async function sendTestEvent(settings: Env): Promise<Finding[]> {
  const target = eventTarget(settings);
  if (target === null) return [shopFinding("EVENTS_NOT_SET")];
  const at = new Date();
  const body = JSON.stringify({ type: "test", timestamp: at.toISOString(), data: {} });
  const error = await postMessage(target, { id: `evt_test_${at.getTime()}`, body });
  return error === null ? [] : [shopFinding("EVENTS_NOT_TAKEN", { reason: error })];
}

async function readClocks({ SENDGRID_BASE_URL, TWILIO_VERIFY_BASE_URL }: Env): Promise<Result> {
  const pages = [`${TWILIO_VERIFY_BASE_URL}/v2/Services`, `${SENDGRID_BASE_URL}/v3/scopes`];
  const clocks = await Promise.all(pages.map(readProviderClock));
  return { findings: [], clocks: clocks.flatMap((clock) => clock ?? []) };
}

function whyNoAnswer({ operation: { provider, action }, status, code, step }: ProviderError): Finding {
  const domain = `${provider.toLowerCase()}.com`;
  if (status === null) return shopFinding("PROVIDER_UNREACHABLE", { provider, domain });
  return shopFinding("PROVIDER_FAILS", {
    provider,
    status,
    code: code === null ? "" : ` (error ${code})`,
    action,
    step,
  });
}

async function runWithin({ area, run }: Check, settings: Env, limitMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result>((resolve) => {
    const finding = shopFinding("CHECK_TIMED_OUT", { area, seconds: limitMs / 1_000 });
    timer = setTimeout(() => resolve({ findings: [finding] }), limitMs);
  });
  try {
    return await Promise.race([run(settings), late]);
  } catch (error) {
    if (error instanceof ProviderError) return { findings: [whyNoAnswer(error)] };
    // Its message may hold an address.
    const reason = error instanceof Error ? error.name : "no reason";
    return { findings: [shopFinding("CHECK_FAILED", { area, reason })] };
  } finally {
    clearTimeout(timer);
  }
}
