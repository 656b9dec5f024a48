/**
 * Whether an account waits for its owner: somebody else made it (an admin, or `npm run create-admin`), and no code to
 * its email was ever typed in. `createSession` asks the same in SQL.
 */
export function isInvited(user: { emailVerified: Date | null; lastLoginAt: Date | null }): boolean {
  return user.emailVerified === null && user.lastLoginAt === null;
}
