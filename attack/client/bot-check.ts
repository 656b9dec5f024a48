import { setTimeout as sleep } from "node:timers/promises";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { ProofRequest } from "@/lib/bot-check/bot-check-request";
import type { Answer } from "./exact-request";
import { findForm } from "./html-form";

/** What a form asks for before it does its work, or null: it stands in the form's state, in a hidden field. */
export function findProofRequest(answer: Answer, button: string): ProofRequest | null {
  const form = findForm(answer.body, answer.path, button);
  for (const [name, value] of form?.fields ?? []) {
    if (!/^\$ACTION_\d+:\d+$/.test(name) || !value.includes('"waitToken"')) continue;
    const [state] = JSON.parse(value) as { proof?: ProofRequest }[];
    if (state?.proof) return state.proof;
  }
  return null;
}

/** Does the work, or waits where the task is one for browsers only; gives the fields to send along. */
export async function giveProof({ task, waitToken, waitSeconds }: ProofRequest): Promise<Record<string, string>> {
  if (task.kind === "altcha") {
    const { challenge } = task;
    return { proof: JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }) };
  }
  await sleep(waitSeconds * 1_000 + 500);
  return { waitToken };
}
