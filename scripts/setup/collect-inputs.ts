import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { examineEnv } from "@/lib/env";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import type { EnvFile } from "./env-file";

type Question = {
  variable: string;
  /** What is asked for, and where to find it. */
  words: string;
  isSecret?: boolean;
  /** What an empty answer stands for. */
  fallback?: string;
  /** Why an answer cannot be right, or null. */
  problem(answer: string): string | null;
};

export type Ask = (question: Question) => Promise<string>;

const twilioKeys = "https://console.twilio.com/us1/account/keys-credentials/api-keys";

/** The rule that the start of the shop has for this variable. */
function problemOf(variable: string) {
  return (answer: string): string | null => {
    const found = examineEnv({ NODE_ENV: "production", [variable]: answer }).problems.find(
      ({ name }) => name === variable,
    );
    return found === undefined ? null : `${variable} ${found.problem}.`;
  };
}

function needed(variable: string, words: string, more: Partial<Question> = {}): Question {
  const problem = problemOf(variable);
  return {
    variable,
    words,
    problem: (answer) => (answer === "" ? `${variable} is missing.` : problem(answer)),
    ...more,
  };
}

const isKey = (prefix: string, name: string) => (answer: string) =>
  answer.startsWith(prefix) ? null : `${name} must start with "${prefix}".`;

const address = needed("APP_URL", "The shop's address, such as https://shop.example");
const sender = needed("SENDGRID_FROM_EMAIL", "The address that mails come from, which somebody reads");
const apiKey = needed("TWILIO_API_KEY", `Twilio API key (SK…), from ${twilioKeys}`, {
  problem: isKey("SK", "TWILIO_API_KEY"),
});
const apiSecret = needed("TWILIO_API_SECRET", "Its secret", { isSecret: true });

/**
 * What only the operator knows: from .env, the environment and flags, else asked for. Without a terminal all that is
 * missing is named at once. Gives the SendGrid key for set-up itself, which is not kept.
 */
export async function collectInputs(env: EnvFile, setupKey: string | undefined, ask: Ask | null): Promise<string> {
  const hasToken = Boolean(env.input("TWILIO_AUTH_TOKEN") && env.input("TWILIO_ACCOUNT_SID"));
  const questions = [address, sender, ...(hasToken ? [] : [apiKey, apiSecret])];
  const missing: string[] = [];
  for (const question of questions) {
    const given = env.input(question.variable);
    const wrong = given === undefined ? null : question.problem(given);
    if (wrong !== null && ask === null) throw new SetupProblem(wrong);
    if (given !== undefined && wrong === null) continue;
    if (ask === null) missing.push(question.variable);
    else env.remember(question.variable, await ask(question));
  }
  const key = setupKey ?? (await askForSetupKey(env.inFile("SENDGRID_API_KEY"), ask));
  if (key === undefined) missing.push("SENDGRID_SETUP_KEY");
  if (key !== undefined && missing.length === 0) return key;
  throw new SetupProblem(
    `Without a terminal, set-up takes these from the environment or .env, and finds no ${missing.join(", ")}. Keys of Twilio: ${twilioKeys}. SENDGRID_SETUP_KEY is a key with full access from https://app.sendgrid.com/settings/api_keys, and is not kept.`,
  );
}

async function askForSetupKey(kept: string | undefined, ask: Ask | null): Promise<string | undefined> {
  if (ask === null) return kept;
  return ask({
    variable: "SENDGRID_SETUP_KEY",
    words: "SendGrid key with full access, for set-up only, from https://app.sendgrid.com/settings/api_keys",
    isSecret: true,
    fallback: kept,
    problem: isKey("SG.", "A SendGrid key"),
  });
}

/** Asks at the terminal until the answer can be right; a secret is not shown as it is typed or pasted. */
export function askAtTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Ask {
  return async ({ words, isSecret = false, fallback, problem }) => {
    const hint = fallback === undefined ? "" : ` [${isSecret ? "Enter takes the one in .env" : fallback}]`;
    for (;;) {
      output.write(`${words}${hint}: `);
      const answer = (await readLine(input, isSecret ? silence() : output)).trim() || fallback || "";
      if (isSecret) output.write("\n");
      const wrong = problem(answer);
      if (wrong === null) return answer;
      output.write(`${wrong}\n`);
    }
  };
}

const silence = () => new Writable({ write: (_chunk, _encoding, done) => done() });

function readLine(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const terminal = createInterface({ input, output, terminal: true });
    terminal.once("line", (line) => {
      resolve(line);
      terminal.close();
    });
    terminal.once("close", () => reject(new SetupProblem("Set-up was ended before it had its answers.")));
  });
}
