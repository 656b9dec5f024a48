import type { Visitor } from "@/lib/http/visitor";
import { maskAddress } from "@/lib/identifier";

/** What the audit trail keeps of whoever acts on a challenge: its id, the masked address, where the request came from. */
export function traceOf(challengeId: string | null, address: string, visitor: Pick<Visitor, "ip" | "userAgent">) {
  return { challengeId, maskedIdentifier: maskAddress(address), ip: visitor.ip, userAgent: visitor.userAgent };
}
