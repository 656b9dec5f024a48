/** Cuts punctuation that mail programs add to a link: gives the leading base64url text. */
export function readLinkToken(text: string): string {
  return /^[A-Za-z0-9_-]*/.exec(text)?.[0] ?? "";
}
