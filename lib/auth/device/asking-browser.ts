import { headers } from "next/headers";
import type { ProofRequest } from "@/lib/bot-check/bot-check-request";
import type { ProofBearer, ProofPurpose } from "@/lib/bot-check/provider";
import { readVisitor, type Visitor } from "@/lib/http/visitor";
import { askForBotCheck } from "./ask-for-bot-check";
import { ensureChallengeKey, findTrustedDeviceKey } from "./browser-key";

/** The browser that asks for a code, as its cookies and its request show it. */
export type AskingBrowser = {
  /** Binds the challenge to this browser. */
  challengeKey: string;
  /** By which it is known where it has logged in before; null for a new one. */
  knownKey: string | null;
  visitor: Visitor;
  askForProof: AskForProof;
};

/** Called under suspicion: null if the request brings a proof that a person may be behind it, else what to ask for. */
export type AskForProof = () => Promise<ProofRequest | null>;

/** Reads the asking browser from a request with a form, and gives it a challenge key if it has none. */
export async function readAskingBrowser(form: FormData, purpose: ProofPurpose): Promise<AskingBrowser> {
  const visitor = readVisitor(await headers());
  const challengeKey = await ensureChallengeKey();
  return {
    challengeKey,
    knownKey: await findTrustedDeviceKey(),
    visitor,
    askForProof: readProofOf(form, { purpose, browserKey: challengeKey, ip: visitor.ip }),
  };
}

/** Judges the proof of a form once, when it is first asked for: it counts once, and more than one limit may ask. */
export function readProofOf(form: FormData, bearer: ProofBearer): AskForProof {
  let asked: Promise<ProofRequest | null> | undefined;
  return () => {
    asked ??= askForBotCheck(form, bearer);
    return asked;
  };
}
