import { isUserLinkTokenOf, makeUserLinkToken, readUserLinkToken } from "./user-link-token";

/** A user who asked to be deleted. */
export type UserPendingDeletion = { id: string; email: string; deletionAskedAt: Date };

const purpose = "keep";

/**
 * The token in the link by which an account that is to be deleted is kept: authority for that alone, for this one
 * asking. Whoever has it can log in to nothing.
 */
export function makeKeepToken({ id, email, deletionAskedAt }: UserPendingDeletion): string {
  return makeUserLinkToken(purpose, { id, email, at: deletionAskedAt });
}

/** Whom a token claims to be about, and since when they are leaving; null for what has not the shape of one. */
export function readKeepToken(token: string): { userId: string; deletionAskedAt: Date } | null {
  const claim = readUserLinkToken(token);
  return claim && { userId: claim.userId, deletionAskedAt: claim.at };
}

/** Whether we made exactly this token for this user, who has this email now. */
export function isKeepTokenOf(token: string, user: { id: string; email: string }): boolean {
  return isUserLinkTokenOf(purpose, token, user);
}
