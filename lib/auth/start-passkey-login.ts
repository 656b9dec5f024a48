import { makeAskingOptions } from "@/lib/passkeys/make-asking-options";
import type { AskingBrowser } from "./asking-browser";
import { chargeOrRefuse } from "./charge-sending";
import { passkeyCharge } from "./limit-charges";
import { hashKey } from "./secret-key";

/** What a browser needs to log somebody in with a passkey, whoever that will be. Throws TooManyRequests. */
export async function startPasskeyLogin(browser: Pick<AskingBrowser, "challengeKey" | "visitor">) {
  await chargeOrRefuse([passkeyCharge({ ip: browser.visitor.ip })], null, browser.visitor);
  return await makeAskingOptions({ purpose: "LOGIN", browserKeyHash: hashKey(browser.challengeKey) });
}
