/**
 * A token as it stood in our link: mail programs and people take the full stop, bracket or quote behind a link for a part
 * of it. Gives the text up to the first character that base64url does not have.
 */
export function readLinkToken(text: string): string {
  return /^[A-Za-z0-9_-]*/.exec(text)?.[0] ?? "";
}
