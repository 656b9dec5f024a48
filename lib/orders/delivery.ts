import { formatAddress } from "localized-address-format";
import { CountryCodes } from "validator/lib/isISO31661Alpha2";
import isPostalCode, { locales as knownPostalCodes, type PostalCodeLocale } from "validator/lib/isPostalCode";
import { writeCountry } from "@/lib/i18n/format";
import { formatTag, type Locale } from "@/lib/i18n/locales";
import { readTyped } from "@/lib/typed-text";
import { shopConfig } from "@/shop.config";

export const deliveryFields = ["name", "line1", "line2", "postalCode", "city", "region", "country", "note"] as const;

export type DeliveryField = (typeof deliveryFields)[number];

/** In characters. */
export const longestDeliveryText: Record<DeliveryField, number> = {
  name: 100,
  line1: 120,
  line2: 120,
  postalCode: 20,
  city: 100,
  region: 100,
  country: 2,
  note: 500,
};

/** Who gets an order, and where. `country`: ISO 3166-1 alpha-2. */
export type Delivery = {
  name: string;
  line1: string;
  line2: string | null;
  postalCode: string | null;
  city: string;
  region: string | null;
  country: string;
  note: string | null;
};

type DeliveryError =
  | "NAME_EMPTY"
  | "LINE1_EMPTY"
  | "POSTAL_CODE_EMPTY"
  | "POSTAL_CODE_MALFORMED"
  | "CITY_EMPTY"
  | "COUNTRY_EMPTY";

export type DeliveryErrors = Partial<Record<DeliveryField, DeliveryError>>;

/** Judges all fields at once. A postal code is judged by its country, where the library knows that country's form. */
export function readDelivery(
  typed: Record<DeliveryField, string>,
): { ok: true; delivery: Delivery } | { ok: false; errors: DeliveryErrors } {
  const text = (field: DeliveryField) => cleanLine(typed[field]).slice(0, longestDeliveryText[field]);
  const delivery: Delivery = {
    name: text("name"),
    line1: text("line1"),
    line2: text("line2") || null,
    postalCode: readTyped(text("postalCode")).toUpperCase() || null,
    city: text("city"),
    region: text("region") || null,
    country: text("country"),
    note: cleanNote(typed.note).slice(0, longestDeliveryText.note) || null,
  };
  const errors: DeliveryErrors = {};
  if (delivery.name === "") errors.name = "NAME_EMPTY";
  if (delivery.line1 === "") errors.line1 = "LINE1_EMPTY";
  if (delivery.city === "") errors.city = "CITY_EMPTY";
  if (!deliveryCountries.has(delivery.country)) errors.country = "COUNTRY_EMPTY";
  else if (hasKnownPostalCodes(delivery.country)) {
    if (delivery.postalCode === null) errors.postalCode = "POSTAL_CODE_EMPTY";
    else if (!isPostalCode(delivery.postalCode, delivery.country)) errors.postalCode = "POSTAL_CODE_MALFORMED";
  }
  return Object.keys(errors).length === 0 ? { ok: true, delivery } : { ok: false, errors };
}

function hasKnownPostalCodes(country: string): country is PostalCodeLocale & string {
  return knownPostalCodes.some((known) => known === country);
}

// Control and direction marks could reorder what staff read; joiners are part of words.
const marks = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

function cleanNote(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").replace(marks, " ").trim();
}

function cleanLine(text: string): string {
  return cleanNote(text).replace(/\s+/g, " ");
}

const deliveryCountries: ReadonlySet<string> = new Set(shopConfig.deliveryCountries ?? CountryCodes);

const namedCountries = new Map<Locale, (readonly [code: string, name: string])[]>();

/** The countries that the shop delivers to, by their names in this language. */
export function listCountries(locale: Locale): (readonly [code: string, name: string])[] {
  let list = namedCountries.get(locale);
  if (list === undefined) {
    const byName = new Intl.Collator(formatTag(locale));
    list = [...deliveryCountries]
      .map((code) => [code, writeCountry(code, locale)] as const)
      .sort(([, one], [, other]) => byName.compare(one, other));
    namedCountries.set(locale, list);
  }
  return list;
}

/** The lines of a label, in the order of its country, which stands last by its name in this language. */
export function writeAddress(delivery: Omit<Delivery, "note">, locale: Locale): string[] {
  const { name, line1, line2, postalCode, city, region, country } = delivery;
  const lines = formatAddress({
    postalCountry: country,
    name,
    addressLines: line2 === null ? [line1] : [line1, line2],
    locality: city,
    administrativeArea: region ?? "",
    postalCode: postalCode ?? "",
  });
  return [...lines, writeCountry(country, locale)];
}
