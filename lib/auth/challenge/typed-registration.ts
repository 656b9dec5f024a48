import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { mapPersonFields, type PersonField } from "@/lib/users/person-fields";
import type { Registration } from "@/lib/users/registration-schema";
import { isChallengeId } from "./challenge";

/** How long the form is refilled, in ms: shorter than the row lives, since browsers are shared. */
const shownForMs = 24 * 3_600_000;

export type TypedRegistration = { values: Partial<Record<PersonField, string>>; returnTo: string | null };

/** What this browser typed for its open registration; null for any other. */
export async function findTypedRegistration(id: unknown, browserKey: string | null): Promise<TypedRegistration | null> {
  if (browserKey === null || typeof id !== "string" || !isChallengeId(id)) return null;
  const row = await db().challenge.findUnique({
    where: {
      id,
      browserKeyHash: hashKey(browserKey),
      purpose: "REGISTER",
      consumedAt: null,
      reportedAt: null,
      createdAt: { gt: new Date(Date.now() - shownForMs) },
    },
    select: { payload: true, returnTo: true },
  });
  if (row === null) return null;
  const registration = row.payload as Registration;
  return { values: mapPersonFields((name) => registration[name]), returnTo: row.returnTo };
}
