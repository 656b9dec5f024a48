import { createHmac, randomBytes } from "node:crypto";
import { keyFor } from "@/lib/crypto/secret-key";
import { readTypedNumber } from "@/lib/typed-text";

/** How many there are at a time. */
export const recoveryCodeCount = 10;

/** Crockford's base 32 (crockford.com/base32.html): five bits a character, and none that looks like another on paper. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * 120 random bits. From 112 on a fast hash is enough for what is stored (ASVS 6.5.2; NIST SP 800-63B-4 section
 * 3.1.2.2): nobody finds a code from it, and checking one costs a stranger's request no work.
 */
const characters = 24;
const groupLength = 4;

/** A new code, as it is shown: six groups of four. */
export function newRecoveryCode(): string {
  // 32 divides 256, so each character is as likely as any other.
  const text = [...randomBytes(characters)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return (text.match(new RegExp(`.{${groupLength}}`, "g")) ?? []).join("-");
}

/**
 * The code that somebody typed, in the one form in which it is hashed: without spaces and dashes, in capitals, and with
 * O, I and L read as the digits that they look like. Null for what cannot be a code.
 */
export function readRecoveryCode(typed: string): string | null {
  const text = readTypedNumber(typed).toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return text.length === characters && [...text].every((character) => alphabet.includes(character)) ? text : null;
}

/** What of a code is stored: an HMAC, so that whoever reads or writes the database alone neither checks nor makes one. */
export function hashRecoveryCode(code: string): string {
  const read = readRecoveryCode(code);
  if (read === null) throw new Error("This is no recovery code");
  return createHmac("sha256", keyFor("recovery code v1")).update(read).digest("hex");
}
