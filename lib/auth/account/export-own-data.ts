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

/** All data held about the session's user, in the request's language. Spends the re-authentication before it reads.
 * Throws TooManyRequests. */
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
  // Deleted at this moment.
  if (data === null) return fail("REAUTHENTICATION_NEEDED");
  return ok(data);
}
