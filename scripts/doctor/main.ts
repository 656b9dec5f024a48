// npm run doctor: looks at all that the shop depends on, and changes nothing.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Finding } from "@/lib/checks/findings";
import { canonicalEmail } from "@/lib/identifier";
import { SetupProblem } from "@/scripts/processes/setup-problem";

const USAGE =
  "Usage: npm run doctor -- [--json] [--email you@example.com [--send-code]] [--send-event] [--instances 3]";

/** From the start of the process, in ms. */
const deadline = 9_000;
const leastForChecks = 3_000;
const envFile = ".env";
const { isJson, ...flags } = readFlags();
if (existsSync(envFile)) process.loadEnvFile(envFile);
// Judged as the shop that will run with it.
const source = { ...process.env, NODE_ENV: process.env.NODE_ENV || "production" };
const { runChecks } = await import("./run-checks");
const findings = await runChecks({
  ...flags,
  source,
  envFile,
  limitMs: Math.max(leastForChecks, deadline - performance.now()),
});
const counts = {
  errors: findings.filter(({ severity }) => severity === "error").length,
  warnings: findings.filter(({ severity }) => severity === "warning").length,
  unchecked: findings.filter(({ severity }) => severity === "unchecked").length,
};
const seconds = Math.round(performance.now() / 100) / 10;
const text = isJson ? JSON.stringify({ ...counts, seconds, findings }, null, 2) : describe();
// A slow connection must not keep the process.
process.stdout.write(`${text}\n`, () => process.exit(counts.errors > 0 ? 1 : 0));

function describe(): string {
  const summary = `${counts.errors} errors, ${counts.warnings} warnings, ${counts.unchecked} not checked, in ${seconds} s.`;
  return [...findings.map(inWords), findings.length === 0 ? "Nothing is wrong." : "", summary].join("\n");
}

function inWords({ code, severity, what, why, mend }: Finding): string {
  const mark = { error: "✗", warning: "!", unchecked: "?" }[severity];
  return `${mark} ${what}  [${code}]\n    Why it matters: ${why}\n    What to do: ${mend}`;
}

function readFlags() {
  const [text, flag] = [{ type: "string" }, { type: "boolean", default: false }] as const;
  try {
    const options = { json: flag, email: text, "send-code": flag, "send-event": flag, instances: text };
    const { values } = parseArgs({ options });
    const email = values.email === undefined ? null : canonicalEmail(values.email);
    const instances = Number(values.instances ?? 1);
    if (values.email !== undefined && email === null)
      throw new Error("--email is no address that mail can be sent to.");
    if (values["send-code"] && email === null)
      throw new Error("--send-code needs --email: a code goes to that address.");
    if (!Number.isInteger(instances) || instances < 1) throw new Error("--instances is a number, 1 or more.");
    return { isJson: values.json, instances, email, sendsCode: values["send-code"], sendsEvent: values["send-event"] };
  } catch (error) {
    throw new SetupProblem(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
