import { recordOwnEvent } from "@/lib/audit/record-event";
import { changeInSession, findMissingReauthentication } from "@/lib/auth/access/change-in-session";
import { exportCharge } from "@/lib/auth/rate-limit/charges";
import { chargeSensitiveAction } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import type { Visitor } from "@/lib/http/visitor";
import { maskAddress } from "@/lib/identifier";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { type OwnData, readOwnData } from "@/lib/users/own-data";

const act = "export-data";

/**
 * Everything that the shop holds about the owner of a session. Needs a fresh proof of this session for this act, which
 * is used up with the entry in the audit trail and the mail to the owner; only then is anything read, so the entry is in
 * what is given. Where reading fails, the owner asks again. Throws TooManyRequests. What is said of it is in the language
 * of the request.
 */
export async function exportOwnData(
  session: LiveSession,
  visitor: Visitor,
): Promise<Result<OwnData, "REAUTHENTICATION_NEEDED">> {
  const { id, email: address } = session.user;
  const findRefusal = () => findMissingReauthentication(session, act);
  return await chargeSensitiveAction(exportCharge(id), { address, visitor }, findRefusal, () =>
    readOut(session, visitor),
  );
}

async function readOut(session: LiveSession, visitor: Visitor): Promise<Result<OwnData, "REAUTHENTICATION_NEEDED">> {
  const { id, email } = session.user;
  const started = await changeInSession(session, act, async (transaction, { report }) => {
    await recordOwnEvent(transaction, id, visitor, { name: "data_exported", maskedIdentifier: maskAddress(email) });
    await enqueueMails(transaction, {
      kind: "profile",
      facts: { act: "data", report },
      group: "data",
      change: `${id}:${Date.now()}`,
      to: session.user,
      visitor,
    });
    return ok(null);
  });
  if (!started.ok) return started;
  const data = await readOwnData(id, session.id, visitor.locale);
  // Deleted in this moment, and the session with it.
  if (data === null) return fail("REAUTHENTICATION_NEEDED");
  return ok(data);
}
