import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { createEmulatorClient } from "@/emulator/client";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";
import { compareTranscripts, recordTranscript, scenarioSchema, transcriptSchema } from "./record-transcript";

let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./${name}`, import.meta.url), "utf8"));
}

function record(to: string) {
  const inbox = createEmulatorClient(emulator.url);
  return recordTranscript(scenarioSchema.parse(read("open-questions.scenario.json")), {
    url: emulator.url,
    user: defaultAccount.accountSid,
    password: defaultAccount.authToken,
    serviceSid: defaultAccount.verifyServiceSid,
    to,
    readCode: (address) => inbox.latestCode(address),
  });
}

test("the emulator still answers every open question as recorded", async () => {
  const written = transcriptSchema.parse(read("emulator.transcript.json"));
  expect(compareTranscripts(written, await record("written@shop.example"))).toEqual([]);
});

test("a different answer is named with its step", async () => {
  const ours = await record("ours@shop.example");
  const theirs = structuredClone(ours);
  const check = theirs.answers.find(({ step }) => step === "check with a wrong code");
  if (check !== undefined) check.status = 201;
  expect(compareTranscripts(ours, theirs)).toEqual([
    { step: "check with a wrong code", what: "status", ours: 200, theirs: 201 },
  ]);
});
