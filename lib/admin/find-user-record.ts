import type { AuditEventName } from "@/lib/audit/events";
import { db } from "@/lib/db/client";
import type { PersonField } from "@/lib/users/person-fields";
import type { Role } from "@/lib/users/roles";
import { isInvited } from "./invite-user";

export type UserRecord = Record<PersonField, string> & {
  id: string;
  isEmailVerified: boolean;
  isPhoneVerified: boolean;
  role: Role;
  disabledAt: Date | null;
  disabledReason: string | null;
  deletionAskedAt: Date | null;
  createdAt: Date;
  lastLoginAt: Date | null;
  isInvited: boolean;
  /** Null while codes log in. */
  passkeysOnlyAt: Date | null;
  recoveryCodes: number;
  /** See recover-account.ts. */
  recovery: { newEmail: string; reason: string; startedAt: Date; toldAt: Date | null } | null;
  passkeys: { name: string | null; createdAt: Date; lastUsedAt: Date | null; isSynced: boolean }[];
  events: UserEvent[];
};

export type UserEvent = { id: bigint; name: AuditEventName; at: Date; ip: string | null; userAgent: string | null };

const shownEvents = 20;

/** `id` is a UUID; null if unknown. */
export async function findUserRecord(id: string): Promise<UserRecord | null> {
  const user = await db().user.findUnique({
    where: { id },
    include: {
      authenticators: { orderBy: { createdAt: "desc" } },
      recovery: { select: { newEmail: true, reason: true, startedAt: true, toldAt: true } },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  if (user === null) return null;
  const events = await db().auditEvent.findMany({
    where: { subjectId: id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: shownEvents,
    select: { id: true, name: true, at: true, ip: true, userAgent: true },
  });
  const { emailVerified, phoneVerified, authenticators, _count, ...columns } = user;
  const { usernameKey: _key, updatedAt: _at, firstPasskeyAt: _first, ...rest } = columns;
  return {
    ...rest,
    isEmailVerified: emailVerified !== null,
    isPhoneVerified: phoneVerified !== null,
    isInvited: isInvited(user),
    recoveryCodes: _count.recoveryCodes,
    passkeys: authenticators.map(({ name, createdAt, lastUsedAt, credentialBackedUp }) => ({
      name,
      createdAt,
      lastUsedAt,
      isSynced: credentialBackedUp,
    })),
    // recordEvent writes no other name.
    events: events.map((event) => ({ ...event, name: event.name as AuditEventName })),
  };
}
