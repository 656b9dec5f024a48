import { createHmac, randomBytes } from "node:crypto";
import { keysFor } from "@/lib/crypto/secret-key";
import { readTypedNumber } from "@/lib/typed-text";

export const recoveryCodeCount = 10;

/** Crockford's base 32 (crockford.com/base32.html): no two characters look alike on paper. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 120 random bits: from 112 on a fast hash is enough (ASVS 6.5.2; NIST SP 800-63B-4 3.1.2.2). */
const characters = 24;
const groupLength = 4;

/** Six groups of four. */
export function newRecoveryCode(): string {
  // 32 divides 256, so all are equally likely.
  const text = [...randomBytes(characters)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return (text.match(new RegExp(`.{${groupLength}}`, "g")) ?? []).join("-");
}

/** The typed code as hashed: capitals, no spaces or dashes, O, I and L as digits. Null if it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const text = readTypedNumber(typed).toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return text.length === characters && [...text].every((character) => alphabet.includes(character)) ? text : null;
}

export function hashRecoveryCode(code: string): string {
  return recoveryCodeHashes(code)[0];
}

/** HMACs by each secret in AUTH_SECRET: access to the database alone neither checks nor makes a code. */
export function recoveryCodeHashes(code: string): [string, ...string[]] {
  const read = readRecoveryCode(code);
  if (read === null) throw new Error("This is no recovery code");
  const hashBy = (key: Buffer) => createHmac("sha256", key).update(read).digest("hex");
  const [first, ...others] = keysFor("recovery code v1");
  return [hashBy(first), ...others.map(hashBy)];
}
