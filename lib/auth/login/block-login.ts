import type { Prisma } from "@/lib/db/generated/client";
import { makeKeepToken, type UserPendingDeletion } from "@/lib/signed-link/keep-token";

/** A login that was right and opened nothing: its account is to be deleted, and the token can keep it. */
export type LoginBlocked = { ok: false; error: "ACCOUNT_LEAVING"; keepToken: string };

/** What of a user tells whether a login opens the account. */
export const blockFields = {
  id: true,
  email: true,
  disabledAt: true,
  deletionAskedAt: true,
} as const satisfies Prisma.UserSelect;

type Owner = Prisma.UserGetPayload<{ select: typeof blockFields }>;

/** Whether the account is to be deleted, and nothing else keeps its owner out. */
export function isDeletionPending(user: Owner): user is Owner & UserPendingDeletion {
  return user.disabledAt === null && user.deletionAskedAt !== null;
}

/**
 * The answer to whoever has proven to be the owner of an account that is to be deleted. No session, not even one that
 * could do a single thing: every page would have to know of it (docs/decisions/leaving-and-staying.md).
 */
export function blockLogin(owner: UserPendingDeletion): LoginBlocked {
  return { ok: false, error: "ACCOUNT_LEAVING", keepToken: makeKeepToken(owner) };
}
