import { randomBytes } from "node:crypto";
import type { ActingAdmin } from "@/lib/admin/change-as-admin";
import { db } from "@/lib/db/client";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";
import type { Role } from "@/lib/users/roles";
import { createUser } from "./login-parts";
import { openTestSession, proveNow } from "./passkey-parts";

/** `change` takes from that. */
export async function newAdmin(
  change: { role?: Role; hasPasskey?: boolean; provenAt?: Date | null; act?: SensitiveAction } = {},
) {
  const { role = "ADMIN", hasPasskey = true, provenAt = new Date(), act = "administer" } = change;
  const { id } = await createUser();
  await db().user.update({ where: { id }, data: { role } });
  if (hasPasskey) await givePasskey(id);
  const session = await openTestSession(id);
  if (provenAt) await proveNow(session, act, provenAt);
  return { id, sessionId: session.id, ip: "192.0.2.7", userAgent: "test" } satisfies ActingAdmin;
}

export async function givePasskey(userId: string): Promise<void> {
  const credentialID = randomBytes(16).toString("base64url");
  await db().authenticator.create({
    data: {
      userId,
      credentialID,
      providerAccountId: credentialID,
      credentialPublicKey: "",
      counter: 0,
      credentialDeviceType: "multiDevice",
      credentialBackedUp: true,
    },
  });
  await db().user.update({ where: { id: userId }, data: { firstPasskeyAt: new Date() } });
}

/** Oldest first. */
export async function trailOf(userId: string) {
  return await db().auditEvent.findMany({
    where: { subjectId: userId },
    orderBy: { id: "asc" },
    select: { name: true, actorId: true, details: true, maskedIdentifier: true },
  });
}
