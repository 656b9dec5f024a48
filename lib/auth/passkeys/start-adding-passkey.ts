import { passkeyChangeAct } from "@/lib/auth/access/passkey-change-act";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { hasMostPasskeys } from "@/lib/passkeys/add-passkey";
import { makeAddingOptions } from "@/lib/passkeys/make-adding-options";
import { fail, ok, type Result } from "@/lib/result";
import { isAdditionProven } from "./is-first-passkey-verified";

/**
 * What the browser of this session needs to make a passkey, if the session has just proven itself for that, or its login
 * has (is-first-passkey-verified.ts). The proof is used up by `addOwnPasskey`, so that a try that the person breaks off
 * costs nothing. Who has as many passkeys as there may be is told before the device makes one that the shop would not
 * take.
 */
export async function startAddingPasskey(
  session: LiveSession,
  challengeKey: string,
): Promise<Result<Awaited<ReturnType<typeof makeAddingOptions>>, "PROOF_NEEDED" | "TOO_MANY_PASSKEYS">> {
  const act = await passkeyChangeAct(db(), session.user.id, "add-passkey");
  if (!(await isAdditionProven(session.id, act))) return fail("PROOF_NEEDED");
  if (await hasMostPasskeys(db(), session.user.id)) return fail("TOO_MANY_PASSKEYS");
  const asker = { browserKeyHash: hashKey(challengeKey), sessionId: session.id };
  return ok(await makeAddingOptions(session.user, asker));
}
