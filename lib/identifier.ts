import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { readTypedEmail, readTypedNumber } from "./typed-text";

const localPart = /^(?=.{1,64}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Canonical email (lower case, IDNA domain), or null: one spelling per mailbox (GHSA-7rqj-j65f-68wh). */
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

export function isEmailBeyondAscii(input: string): boolean {
  const text = readTypedEmail(input);
  const ascii = text.replace(/\P{ASCII}+(?=[^@]*@)/gu, "x");
  return ascii !== text && canonicalEmail(ascii) !== null;
}

/** For limits: without "+tag" (RFC 5233) and Gmail's dots. Accounts may share it. */
export function baseMailbox(email: string): string {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1);
  const [untagged] = email.slice(0, at).split("+");
  const local = untagged || email.slice(0, at);
  if (domain !== "gmail.com" && domain !== "googlemail.com") return `${local}@${domain}`;
  return `${local.replaceAll(".", "")}@gmail.com`;
}

/** E.164, or null. National forms are of `defaultCountry` (ISO 3166-1 alpha-2). */
export function e164Phone(input: string, defaultCountry: string): string | null {
  if (input.length > 40) return null;
  const typed = readTypedNumber(input);
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

/** Present form: Mexico dropped prefixes in 2019 (IFT), Brazil added a 9 until 2016 (Anatel). */
function replaceOldForm(number: string): string {
  return number.replace(/^\+52(?:1|01|044|045)(?=\d{10}$)/, "+52").replace(/^(\+55\d{2})(?=[89]\d{7}$)/, "$19");
}

/** All E.164 forms of a line, this first: Argentina's mobiles have two (docs/decisions/typed-input.md). */
export function phoneSpellings(phone: string): string[] {
  const [, digits] = /^\+549?(\d{10})$/.exec(phone) ?? [];
  return digits === undefined ? [phone] : [phone, phone === `+54${digits}` ? `+549${digits}` : `+54${digits}`];
}

export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const local = email.slice(0, at);
  const last = local.length > 3 ? local.at(-1) : "";
  return `${local.slice(0, 1)}•••${last}${email.slice(at)}`;
}

export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}•••${phone.slice(-2)}`;
}

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
  // URL also accepts ports, paths, user names and 0x7f.1.
  if (/[/:?#\\[\]%\s]/.test(domain) || isNumeric || labels.length < 2) return null;
  return labels.every((label) => domainLabel.test(label)) ? ascii : null;
}
