/** A token that says the same, with another signature. */
export function forgeToken(token: string): string {
  return token.replace(/.(?=.$)/, (letter) => (letter === "A" ? "B" : "A"));
}
