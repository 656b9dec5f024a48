import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { readTypedEmail, readTypedNumber } from "./typed-text";

// RFC 5321's dot-atom, as mail services accept it: no quotes, no control characters, no dot at an end or beside another.
const localPart = /^(?=.{1,64}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Canonical form of an email: as `readTypedEmail` reads it, lower case, one `@`, the domain in ASCII (IDNA).
 * Look-ups, limits and sends all use this form, so that no two spellings of a mailbox count twice
 * (GHSA-7rqj-j65f-68wh). Returns null for anything that is not an address we can send to.
 */
export function canonicalEmail(input: string): string | null {
  if (input.length > 320) return null;
  const parts = readTypedEmail(input).toLowerCase().split("@");
  const [local, domain] = parts;
  if (parts.length !== 2 || local === undefined || domain === undefined || !localPart.test(local)) return null;
  const asciiDomain = toAsciiDomain(domain);
  if (asciiDomain === null) return null;
  const email = `${local}@${asciiDomain}`;
  return email.length <= 254 ? email : null;
}

/**
 * Whether a text would be an email if its letters before the `@` were ASCII. Such addresses (RFC 6531) exist, but SendGrid
 * cannot send to them.
 */
export function isEmailBeyondAscii(input: string): boolean {
  const text = readTypedEmail(input);
  const ascii = text.replace(/\P{ASCII}+(?=[^@]*@)/gu, "x");
  return ascii !== text && canonicalEmail(ascii) !== null;
}

/**
 * The mailbox that a canonical email most likely reaches, to count what is sent to it: without a "+tag", which most mail
 * services deliver to the same mailbox (RFC 5233), and at Gmail without dots
 * (https://support.google.com/mail/answer/7436150). Only a key for limits: two accounts may share it.
 */
export function baseMailbox(email: string): string {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1);
  const [untagged] = email.slice(0, at).split("+");
  // A local part that begins with "+" has no name before its tag.
  const local = untagged || email.slice(0, at);
  if (domain !== "gmail.com" && domain !== "googlemail.com") return `${local}@${domain}`;
  return `${local.replaceAll(".", "")}@gmail.com`;
}

/**
 * A phone number as E.164 (`+14155550123`), from an international form or a national one of `defaultCountry`
 * (ISO 3166-1 alpha-2). Returns null for a number that the numbering plans do not know.
 */
export function e164Phone(input: string, defaultCountry: string): string | null {
  if (input.length > 40) return null;
  const typed = readTypedNumber(input);
  // Most of the world dials 00 for +; where it is something else, as in the US, no number begins with it.
  return (
    parsePhone(typed, defaultCountry) ??
    (typed.startsWith("00") ? parsePhone(`+${typed.slice(2)}`, defaultCountry) : null)
  );
}

function parsePhone(typed: string, defaultCountry: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, { defaultCountry: defaultCountry as CountryCode, extract: false });
  if (!parsed || parsed.ext) return null;
  const current = replaceOldForm(parsed.number);
  if (current !== parsed.number) return parsePhone(current, defaultCountry);
  return parsed.isValid() ? parsed.number : null;
}

/**
 * A number as its plan writes it today. Mexico dropped the 1 of mobiles and its trunk prefixes in 2019 (IFT); Brazil put
 * a 9 before its mobiles until 2016 (Anatel): eight digits that begin with 8 or 9 are no line now.
 */
function replaceOldForm(number: string): string {
  return number.replace(/^\+52(?:1|01|044|045)(?=\d{10}$)/, "+52").replace(/^(\+55\d{2})(?=[89]\d{7}$)/, "$19");
}

/**
 * Every E.164 form by which the same line is reached, this one first. Argentina gives each line ten digits, mobile or
 * not; calls from abroad to a mobile put a 9 before them, so one number has two forms that both arrive
 * (docs/decisions/typed-input.md).
 */
export function phoneSpellings(phone: string): string[] {
  const [, digits] = /^\+549?(\d{10})$/.exec(phone) ?? [];
  return digits === undefined ? [phone] : [phone, phone === `+54${digits}` ? `+549${digits}` : `+54${digits}`];
}

/** An email as its owner may see it on a screen that others can look at: `a•••z@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const local = email.slice(0, at);
  const last = local.length > 3 ? local.at(-1) : "";
  return `${local.slice(0, 1)}•••${last}${email.slice(at)}`;
}

/** A phone number (E.164) likewise: `+44•••18`. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}•••${phone.slice(-2)}`;
}

/** Whichever of the two it is. */
export function maskAddress(address: string): string {
  return address.includes("@") ? maskEmail(address) : maskPhone(address);
}

function toAsciiDomain(domain: string): string | null {
  let ascii: string;
  try {
    ascii = new URL(`http://${domain}`).hostname;
  } catch {
    return null;
  }
  const labels = ascii.split(".");
  const isNumeric = /^\d+$/.test(labels.at(-1) ?? "");
  // URL also accepts ports, paths and user names, and turns 0x7f.1 into an address: all of those must fail here.
  if (/[/:?#\\[\]%\s]/.test(domain) || isNumeric || labels.length < 2) return null;
  return labels.every((label) => domainLabel.test(label)) ? ascii : null;
}
