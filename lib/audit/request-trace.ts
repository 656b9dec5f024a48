import type { Visitor } from "@/lib/http/visitor";
import { maskAddress } from "@/lib/identifier";

export function traceOf(challengeId: string | null, address: string, visitor: Pick<Visitor, "ip" | "userAgent">) {
  return { challengeId, maskedIdentifier: maskAddress(address), ip: visitor.ip, userAgent: visitor.userAgent };
}
