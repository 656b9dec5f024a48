import { headers } from "next/headers";
import { after } from "next/server";
import type { ActingAdmin } from "@/lib/admin/change-as-admin";
import { orUnavailable, requireAdmin } from "@/lib/auth/access/access-rules";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { readVisitor } from "@/lib/http/visitor";
import type { Result } from "@/lib/result";
import type { ChangeState } from "./change-state";
import { type Refusal, refusedFields, tellRefusal } from "./refusals";

/**
 * Makes a change as the admin of this request; anybody else gets 404, and a stranger the way to log in and back to
 * `path`. The mails about it go out after the response. Gives what the change gave, or what its form shows then.
 */
export async function runChange<Value>(
  path: string,
  change: (admin: ActingAdmin) => Promise<Result<Value, Refusal>>,
): Promise<{ ok: true; value: Value } | { ok: false; error: Refusal; state: ChangeState }> {
  const session = await requireAdmin(path);
  const { ip, userAgent } = readVisitor(await headers());
  const changed = await orUnavailable(() => change({ id: session.user.id, sessionId: session.id, ip, userAgent }));
  if (changed.ok) {
    after(sendDueMails);
    return changed;
  }
  const { error } = changed;
  const sentence = await tellRefusal(error);
  const field = refusedFields[error];
  const said = field === undefined ? { problem: sentence } : { errors: { [field]: sentence } };
  return { ok: false, error, state: { ...said, refusal: error } };
}
