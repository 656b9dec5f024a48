import { type CityResponse, open, type Reader, validate } from "maxmind";
import { env } from "@/lib/env";
import { writeCountry } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { describeError, logEvent } from "@/lib/log";

type Names = { names?: Partial<Record<string, string>> };
type LocationRecord = { city?: Names; country?: Names & { iso_code?: string }; country_code?: string };

let reader: Promise<Reader<CityResponse> | null> | undefined;

/** "London, United Kingdom" from LOCATION_DATABASE, or null. A guess: often wrong about the city. */
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

/** A bad file costs the location, not the page. */
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
    return writeCountry(code, locale);
  } catch {
    return undefined;
  }
}
