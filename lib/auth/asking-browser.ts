import { ensureChallengeKey, findKnownBrowserKey } from "./browser-key";
import type { Visitor } from "./visitor";

/** The browser that asks for a code, as its cookies and its request show it. */
export type AskingBrowser = {
  /** Binds the challenge to this browser. */
  challengeKey: string;
  /** By which it is known where it has logged in before; null for a new one. */
  knownKey: string | null;
  visitor: Visitor;
  /** It has just shown that it is not one of many machines (lib/human-proof). */
  hasHumanProof: boolean;
};

/** Reads the asking browser from the request, and gives it a challenge key if it has none. */
export async function readAskingBrowser(visitor: Visitor, hasHumanProof: boolean): Promise<AskingBrowser> {
  return { challengeKey: await ensureChallengeKey(), knownKey: await findKnownBrowserKey(), visitor, hasHumanProof };
}
