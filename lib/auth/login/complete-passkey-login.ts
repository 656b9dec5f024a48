import { traceOf } from "@/lib/audit/record-event";
import { chargePasskey, type PasskeyRefused, refusePasskey } from "@/lib/auth/passkeys/refuse-passkey";
import { passkeyLoginCharges } from "@/lib/auth/rate-limit/charges";
import { createSession } from "@/lib/auth/session/create-session";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { passkeyUseSql, recordRefusedPasskey, verifyPasskey } from "@/lib/passkeys/verify-passkey";
import { fail, ok } from "@/lib/result";
import {
  type Browser,
  blockFields,
  blockLogin,
  type CompletedLogin,
  isDeletionPending,
  type LoginBlocked,
  whatItLeaves,
} from "./complete-login";

/** Turns a passkey's signature into a session; called by `authorize` only. All refusals look alike, except to an
 * owner with a pending deletion. Throws TooManyRequests. */
export async function completePasskeyLogin(
  answer: unknown,
  browser: Browser,
  visitor: Visitor,
): Promise<{ ok: true; value: CompletedLogin } | PasskeyRefused | LoginBlocked> {
  if (browser.challengeKey === null) return fail("PASSKEY_REFUSED");
  const asker = { purpose: "LOGIN", browserKeyHash: hashKey(browser.challengeKey) } as const;
  const verified = await verifyPasskey(answer, asker, visitor);
  if (!verified.ok) return verified;

  const passkey = verified.value;
  const owner = await db().user.findUnique({
    where: { id: passkey.userId },
    select: blockFields,
  });
  if (owner === null) return fail("PASSKEY_REFUSED");
  const copied = await chargePasskey(passkeyLoginCharges(owner.id), passkey, owner.email, visitor);
  if (copied !== null) return copied;
  const knownKeyHash = hashKey(browser.trustedKey);
  const left = whatItLeaves(browser);
  const entrance = { passkey, address: owner.email, knownKeyHash, ...left, wrongCodes: 0, visitor };
  const opened = await createSession(entrance, new Date());
  if (opened) return ok({ ...opened, outcome: "LOGGED_IN", email: owner.email });

  // Counts as use: clones are refused, and the next counter is compared with this one.
  if (isDeletionPending(owner) && (await db().$executeRaw(passkeyUseSql(passkey, new Date()))) > 0) {
    await recordRefusedPasskey({
      name: "login_held",
      subjectId: owner.id,
      ...traceOf(null, owner.email, visitor),
      details: { method: "PASSKEY" },
    });
    return blockLogin(owner);
  }
  const refused = await refusePasskey(passkey, visitor);
  if (owner.disabledAt !== null) {
    await recordRefusedPasskey({
      name: "login_refused",
      ...traceOf(null, owner.email, visitor),
      details: { method: "PASSKEY" },
    });
  }
  return refused;
}
