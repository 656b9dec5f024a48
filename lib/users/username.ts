import { readTyped } from "@/lib/typed-text";
import { reservedNames, reservedWords } from "./reserved-names";

/** 3 to 30 letters, digits, dots, dashes or underscores, beginning with a letter: ASCII only, so that no name can imitate another by look-alike letters. */
const shape = /^[a-z][a-z0-9._-]{2,29}$/i;

/** A username as it will be shown, or null if nobody may have it. `own` is what the user is called already. */
export function validUsername(input: string, own?: string): string | null {
  const username = readTyped(input);
  if (!shape.test(username)) return null;
  const isOwn = own !== undefined && usernameKey(own) === usernameKey(username);
  return isOwn || !isReservedUsername(username) ? username : null;
}

/**
 * Whether a name would let a user pass for the shop: a name of the list, however it is separated (`support-team`,
 * `web.master`), or any name with a word in it that speaks for the shop (`admin_ana`, `Support24`).
 */
export function isReservedUsername(input: string): boolean {
  const words = usernameKey(readTyped(input)).split(/[._-]+/);
  const bare = words.map((word) => word.replace(/\d+$/, ""));
  return (
    [words.join(""), bare.join("")].some((name) => reservedNames().has(name)) ||
    bare.some((word) => reservedWords.has(word))
  );
}

/** The form by which usernames are unique. */
export function usernameKey(username: string): string {
  return username.toLowerCase();
}
