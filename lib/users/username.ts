/** Names that would let a user pass for the shop. */
const reserved = new Set([
  "admin",
  "administrator",
  "root",
  "support",
  "help",
  "staff",
  "myshop",
  "security",
  "system",
]);

/** 3 to 30 letters, digits, dots, dashes or underscores, beginning with a letter: ASCII only, so that no name can imitate another by look-alike letters. */
const shape = /^[a-z][a-z0-9._-]{2,29}$/i;

/** A username as it will be shown, or null if nobody may have it. */
export function validUsername(input: string): string | null {
  const username = input.normalize("NFKC").trim();
  return shape.test(username) && !reserved.has(username.toLowerCase()) ? username : null;
}

/** The form by which usernames are unique. */
export function usernameKey(username: string): string {
  return username.toLowerCase();
}
