import { createChallenge } from "@/lib/auth/challenge/create-challenge";
import { deliverCode } from "@/lib/auth/challenge/deliver-code";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import type { Started } from "@/lib/auth/login/start-login";
import { changeCharge, newAddressCharges } from "@/lib/auth/rate-limit/charges";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { fail, ok, type Result } from "@/lib/result";
import { isProviderDown } from "@/lib/verification/provider-health";
import { readProfileProof } from "./read-profile-proof";
import { spendProfileProof } from "./spend-profile-proof";

/**
 * Sends a code to the address that an account shall move to, and comes back to `returnTo` where that ends. Needs a fresh
 * proof of this session for it, which is used up: without one no message goes anywhere. Whether the address has an
 * account changes nothing here, as with a registration: its reader is told when the code is right
 * (finish-email-change.ts). MAIL_DOWN while the shop's own mails go nowhere, and then the proof is kept. `email` is
 * canonical. Throws TooManyRequests.
 */
export async function startEmailChange(
  session: LiveSession,
  email: string,
  returnTo: string,
  browser: Pick<AskingBrowser, "challengeKey" | "visitor">,
): Promise<Result<Started, "PROOF_NEEDED" | "EMAIL_UNCHANGED" | "MAIL_DOWN">> {
  const { id: userId, email: from } = session.user;
  const { visitor } = browser;
  if (email === from) return fail("EMAIL_UNCHANGED");
  const { act: provenAct, isProven } = await readProfileProof(session, "change-email");
  if (!isProven) return fail("PROOF_NEEDED");
  // The old address would not be told, and its mail has the one link that undoes the move.
  if (await isProviderDown("sendgrid")) return fail("MAIL_DOWN");
  const charges = [changeCharge(userId), ...newAddressCharges(email, browser)];
  if (!(await spendProfileProof(session, provenAct, charges, { address: email, visitor }))) return fail("PROOF_NEEDED");
  const challenge = await createChallenge(
    { purpose: "CHANGE_EMAIL", email, from, returnTo, userId, sessionId: session.id },
    { ...browser, knownKey: null },
  );
  const act = "new-address" as const;
  const delivery = { challenge, address: email, mayReceiveCode: true, act, isFirst: true, visitor };
  return ok({ challengeId: challenge.id, deliver: () => deliverCode(delivery) });
}
