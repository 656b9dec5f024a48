/** Made by someone else, and no code to its email was ever typed. `createSession` asks the same in SQL. */
export function isInvited(user: { emailVerified: Date | null; lastLoginAt: Date | null }): boolean {
  return user.emailVerified === null && user.lastLoginAt === null;
}
