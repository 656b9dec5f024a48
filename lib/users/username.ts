import { readTyped } from "@/lib/typed-text";
import { reservedNames, reservedWords } from "./reserved-names";

/** 3 to 30, letter first; ASCII only, so that no look-alikes imitate a name. */
const shape = /^[a-z][a-z0-9._-]{2,29}$/i;

/** The username as typed, or null if not allowed. `own` is always allowed. */
export function validUsername(input: string, own?: string): string | null {
  const username = readTyped(input);
  if (!shape.test(username)) return null;
  const isOwn = own !== undefined && usernameKey(own) === usernameKey(username);
  return isOwn || !isReservedUsername(username) ? username : null;
}

/** Whether a name poses as the shop: reserved in any separation (`web.master`), or with a reserved word. */
export function isReservedUsername(input: string): boolean {
  const words = usernameKey(readTyped(input)).split(/[._-]+/);
  const bare = words.map((word) => word.replace(/\d+$/, ""));
  return (
    [words.join(""), bare.join("")].some((name) => reservedNames().has(name)) ||
    bare.some((word) => reservedWords.has(word))
  );
}

export function usernameKey(username: string): string {
  return username.toLowerCase();
}
