import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { createEmulatorClient } from "@/emulator/client";
import {
  compareTranscripts,
  recordTranscript,
  scenarioSchema,
  type Target,
  transcriptSchema,
} from "./record-transcript";

const usage = `Plays a scenario and writes down the answers, or compares two such transcripts.

  tsx emulator/transcript/main.ts record out.json --emulator http://127.0.0.1:4010
  tsx emulator/transcript/main.ts record real.json --real --to you@example.com
      (TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_VERIFY_SERVICE_SID; sends two real mails and asks for their codes)
  tsx emulator/transcript/main.ts compare out.json real.json`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    emulator: { type: "string" },
    real: { type: "boolean" },
    to: { type: "string" },
    scenario: { type: "string" },
  },
});

function readJson(path: string | URL): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function requireVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set.`);
  return value;
}

async function askForCode(to: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(`The code that was mailed to ${to}: `)).trim();
  } finally {
    terminal.close();
  }
}

function emulatorTarget(url: string): Target {
  const inbox = createEmulatorClient(url);
  return {
    url,
    user: defaultAccount.accountSid,
    password: defaultAccount.authToken,
    serviceSid: defaultAccount.verifyServiceSid,
    to: values.to ?? `transcript-${Date.now()}@shop.example`,
    readCode: (to) => inbox.latestCode(to),
  };
}

function realTarget(): Target {
  if (values.to === undefined) throw new Error("Name your own mailbox with --to.");
  return {
    url: "https://verify.twilio.com",
    user: requireVariable("TWILIO_ACCOUNT_SID"),
    password: requireVariable("TWILIO_AUTH_TOKEN"),
    serviceSid: requireVariable("TWILIO_VERIFY_SERVICE_SID"),
    to: values.to,
    readCode: askForCode,
  };
}

const [command, first, second] = positionals;
if (command === "record" && first !== undefined) {
  const path = values.scenario ?? new URL("./open-questions.scenario.json", import.meta.url);
  const target = values.real === true ? realTarget() : emulatorTarget(values.emulator ?? "http://127.0.0.1:4010");
  const transcript = await recordTranscript(scenarioSchema.parse(readJson(path)), target);
  writeFileSync(first, `${JSON.stringify(transcript, null, 2)}\n`);
  console.log(`${transcript.answers.length} answers of ${transcript.against} are in ${first}.`);
} else if (command === "compare" && first !== undefined && second !== undefined) {
  const read = (path: string) => transcriptSchema.parse(readJson(path));
  const differences = compareTranscripts(read(first), read(second));
  for (const { step, what, ours, theirs } of differences)
    console.log(`${step}: ${what} ${JSON.stringify(ours)} against ${JSON.stringify(theirs)}`);
  console.log(differences.length === 0 ? "Both answered alike." : `${differences.length} differences.`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} else {
  console.log(usage);
  process.exitCode = 2;
}
