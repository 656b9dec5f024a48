import { type CityResponse, open, type Reader, validate } from "maxmind";
import { env } from "@/lib/env";
import { formatTag, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { describeError, logEvent } from "@/lib/log";

/** By language tag. English is always there; MaxMind names cities in seven more languages, Spanish among them. */
type Names = { names?: Partial<Record<string, string>> };
/** What the City and Country databases of MaxMind, DB-IP and IPinfo say, and the flat ones that have a code alone. */
type LocationRecord = { city?: Names; country?: Names & { iso_code?: string }; country_code?: string };

let reader: Promise<Reader<CityResponse> | null> | undefined;

/**
 * Where a network address is thought to be, such as "London, United Kingdom", by the database file that LOCATION_DATABASE
 * names: nobody outside is asked. Told in
 * `locale`, but for cities that the file names in English alone. Null without such a file, for an address that it does not know, and for a private one.
 * A guess of the country is mostly right, one of the city often not.
 */
export async function findLocation(ip: string | null, locale: Locale): Promise<string | null> {
  if (ip === null || !validate(ip)) return null;
  reader ??= openDatabase();
  const record = (await reader)?.get(ip) as LocationRecord | null | undefined;
  if (!record) return null;
  const code = record.country?.iso_code ?? record.country_code;
  const country =
    record.country?.names?.[locale] ?? (code ? nameOf(code, locale) : undefined) ?? record.country?.names?.en;
  const city = record.city?.names?.[locale] ?? record.city?.names?.en;
  if (city && country) return translator(locale, "devices")("cityInCountry", { city, country });
  return city || country || null;
}

/** Read into memory once. A file that is no database costs the places, not the pages. */
async function openDatabase(): Promise<Reader<CityResponse> | null> {
  const path = env().LOCATION_DATABASE;
  if (path === undefined) return null;
  try {
    return await open<CityResponse>(path);
  } catch (error) {
    logEvent("error", "location_database_unreadable", { setting: "LOCATION_DATABASE", ...describeError(error) });
    return null;
  }
}

function nameOf(code: string, locale: Locale): string | undefined {
  try {
    return new Intl.DisplayNames(formatTag(locale), { type: "region" }).of(code);
  } catch {
    return undefined;
  }
}
