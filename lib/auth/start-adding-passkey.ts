import { db } from "@/lib/db/client";
import { makeAddingOptions } from "@/lib/passkeys/make-adding-options";
import { fail, ok, type Result } from "@/lib/result";
import { hasFreshProof } from "@/lib/step-up/fresh-proof";
import type { AskingBrowser } from "./asking-browser";
import { chargeOrRefuse } from "./charge-sending";
import { passkeyCharge } from "./limit-charges";
import { passkeyChangeAct } from "./passkey-change-act";
import { hashKey } from "./secret-key";
import type { LiveSession } from "./session-store";

/**
 * What the browser of this session needs to make a passkey, if the session has just proven itself for that. The proof is
 * used up by `addOwnPasskey`, so that a try that the person breaks off costs nothing. Throws TooManyRequests.
 */
export async function startAddingPasskey(
  session: LiveSession,
  browser: Pick<AskingBrowser, "challengeKey" | "visitor">,
): Promise<Result<Awaited<ReturnType<typeof makeAddingOptions>>, "PROOF_NEEDED">> {
  const act = await passkeyChangeAct(db(), session.user.id, "add-passkey");
  if (!(await hasFreshProof(session.id, act))) return fail("PROOF_NEEDED");
  await chargeOrRefuse([passkeyCharge({ sessionId: session.id })], null, browser.visitor);
  const asker = { browserKeyHash: hashKey(browser.challengeKey), sessionId: session.id };
  return ok(await makeAddingOptions(session.user, asker));
}
