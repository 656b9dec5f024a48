import { recordOwnEvent } from "@/lib/audit/record-event";
import { usernameChangeCharge, usernameCharge } from "@/lib/auth/rate-limit/charges";
import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import { recordRefused } from "@/lib/auth/rate-limit/record-limit";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { type Charge, consume, readUse, refund } from "@/lib/limits/consume";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { lockSession } from "@/lib/users/locks";
import { readRegisterConflict } from "@/lib/users/register-user";
import { usernameKey } from "@/lib/users/username";

export type UsernameRefusal = "USERNAME_UNCHANGED" | "USERNAME_TAKEN" | "USERNAME_CHANGES_SPENT" | "SESSION_ENDED";

class NotRenamed extends Error {
  constructor(readonly reason: "USERNAME_UNCHANGED" | "SESSION_ENDED") {
    super(reason);
  }
}

/** Renames a user, unique in any letter case by the index; twice in thirty days. The old name is free at once.
 * Throws TooManyRequests for probing taken names. */
export async function changeUsername(
  session: LiveSession,
  username: string,
  visitor: Visitor,
): Promise<Result<null, UsernameRefusal>> {
  const { id: userId, username: oldName } = session.user;
  if (username === oldName) return fail("USERNAME_UNCHANGED");
  await chargeOrRefuse([usernameCharge(visitor.ip)], null, visitor);
  const charges = [usernameChangeCharge(userId)];
  const decision = await consume(charges);
  if (!decision.isAllowed) {
    // Shown on the dashboard, where an admin can reset it.
    if (decision.isFirst) await recordRefused(decision, session.user.email, visitor);
    return fail("USERNAME_CHANGES_SPENT");
  }
  let isRenamed = false;
  try {
    await rename(session, username, visitor);
    isRenamed = true;
    return ok(null);
  } catch (error) {
    if (error instanceof NotRenamed) return fail(error.reason);
    if (readRegisterConflict(error) === "USERNAME_TAKEN") return fail("USERNAME_TAKEN");
    throw error;
  } finally {
    if (!isRenamed) await refund(charges);
  }
}

/** When the user may rename next; null for now. */
export async function findNextRename(userId: string): Promise<Date | null> {
  const charge: Charge = usernameChangeCharge(userId);
  const [use] = await readUse([charge]);
  return use !== undefined && use.used >= use.limit ? use.endsAt : null;
}

async function rename(session: LiveSession, username: string, visitor: Visitor): Promise<void> {
  const userId = session.user.id;
  await db().$transaction(async (transaction) => {
    const origin = await lockSession(transaction, session.id);
    if (origin === null) throw new NotRenamed("SESSION_ENDED");
    const { count } = await transaction.user.updateMany({
      where: { id: userId, username: { not: username } },
      data: { username, usernameKey: usernameKey(username) },
    });
    // A second press: neither counted nor told.
    if (count === 0) throw new NotRenamed("USERNAME_UNCHANGED");
    // Neither name: the audit trail outlives the user.
    await recordOwnEvent(transaction, userId, visitor, { name: "username_changed" });
    await enqueueMails(transaction, {
      kind: "profile",
      facts: { act: "username", report: origin.report },
      change: `username:${userId}:${Date.now()}`,
      to: session.user,
      visitor,
    });
  });
}
