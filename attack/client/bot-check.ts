import { setTimeout as sleep } from "node:timers/promises";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { BotCheckRequest } from "@/lib/bot-check/bot-check-request";
import type { Answer } from "./exact-request";
import { findForm } from "./html-form";

/** The bot check in a form's hidden state, or null. */
export function findBotCheckRequest(answer: Answer, button: string): BotCheckRequest | null {
  const form = findForm(answer.body, answer.path, button);
  for (const [name, value] of form?.fields ?? []) {
    if (!/^\$ACTION_\d+:\d+$/.test(name) || !value.includes('"waitToken"')) continue;
    const [state] = JSON.parse(value) as { proof?: BotCheckRequest }[];
    if (state?.proof) return state.proof;
  }
  return null;
}

/** Does the work, or waits; gives the fields to send. */
export async function solveBotCheck({
  task,
  waitToken,
  waitSeconds,
}: BotCheckRequest): Promise<Record<string, string>> {
  if (task.kind === "altcha") {
    const { challenge } = task;
    return { proof: JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }) };
  }
  await sleep(waitSeconds * 1_000 + 500);
  return { waitToken };
}
