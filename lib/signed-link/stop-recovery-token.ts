import { isUserLinkTokenOf, makeUserLinkToken, readUserLinkToken } from "./user-link-token";

/** A user whose account is to get another address, from when on, and the address that it has now. */
export type RecoveringUser = { id: string; email: string; startedAt: Date };

const purpose = "stop recovery";

/**
 * The token in the link by which the owner of an account stops that it gets another address: authority for that alone,
 * for this one beginning. Whoever has it can log in to nothing.
 */
export function makeStopToken({ id, email, startedAt }: RecoveringUser): string {
  return makeUserLinkToken(purpose, { id, email, at: startedAt });
}

/** Whom a token claims to be about, and since when; null for what has not the shape of one. */
export function readStopToken(token: string): { userId: string; startedAt: Date } | null {
  const claim = readUserLinkToken(token);
  return claim && { userId: claim.userId, startedAt: claim.at };
}

/** Whether we made exactly this token for this user, who has this email now. */
export function isStopTokenOf(token: string, user: { id: string; email: string }): boolean {
  return isUserLinkTokenOf(purpose, token, user);
}
