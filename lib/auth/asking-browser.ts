import { headers } from "next/headers";
import type { ProofRequest } from "@/lib/human-proof/proof-request";
import type { ProofPurpose } from "@/lib/human-proof/provider";
import { askForHumanProof } from "./ask-for-human-proof";
import { ensureChallengeKey, findKnownBrowserKey } from "./browser-key";
import { readVisitor, type Visitor } from "./visitor";

/** The browser that asks for a code, as its cookies and its request show it. */
export type AskingBrowser = {
  /** Binds the challenge to this browser. */
  challengeKey: string;
  /** By which it is known where it has logged in before; null for a new one. */
  knownKey: string | null;
  visitor: Visitor;
  /** Called under suspicion: null if the request brings a proof that a person may be behind it, else what to ask for. */
  askForProof: () => Promise<ProofRequest | null>;
};

/** Reads the asking browser from a request with a form, and gives it a challenge key if it has none. */
export async function readAskingBrowser(form: FormData, purpose: ProofPurpose): Promise<AskingBrowser> {
  const visitor = readVisitor(await headers());
  const challengeKey = await ensureChallengeKey();
  const bearer = { purpose, browserKey: challengeKey, ip: visitor.ip };
  // A proof counts once, and more than one limit of a request may ask for it.
  let asked: Promise<ProofRequest | null> | undefined;
  return {
    challengeKey,
    knownKey: await findKnownBrowserKey(),
    visitor,
    askForProof: () => {
      asked ??= askForHumanProof(form, bearer);
      return asked;
    },
  };
}
