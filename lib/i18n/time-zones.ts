import unicodeZones from "cldr-bcp47/bcp47/timezone.json";

/** A time zone by its name in the tz database, and as a list shows it: "Kolkata (UTC+05:30)", the same in any language. */
type TimeZone = { id: string; label: string };

/** The zones of one part of the world, by the first word of their names: "Europe". */
export type TimeZoneRegion = { region: string; zones: TimeZone[] };

type UnicodeZone = { _description: string; _alias?: string; _iana?: string };

/**
 * The present name for each name that the tz database has or had for a place: "Asia/Calcutta" is "Asia/Kolkata". From
 * Unicode's copy of the tz database's links (UTS 35, part 1, "Time Zone Identifiers"). The links themselves also join
 * places that only share a clock, such as Stockholm and Berlin.
 */
const presentNames = new Map<string, string>();
for (const zone of Object.values<UnicodeZone | string>(unicodeZones.keyword.u.tz)) {
  if (typeof zone === "string") continue;
  const names = zone._alias?.split(" ") ?? [];
  for (const name of names) presentNames.set(name, zone._iana ?? names[0] ?? name);
}

/** Every zone that somebody can live in, sorted. UTC is none of them: it is what holds where nobody chose. */
const ids: ReadonlySet<string> = new Set(
  Intl.supportedValuesOf("timeZone")
    .map((id) => presentNames.get(id) ?? id)
    .filter((id) => id.includes("/") && !id.startsWith("Etc/"))
    .sort(),
);

/** Other names of the zones in the list, each with the name that the list has. Some devices still report them. */
export const otherTimeZoneNames: Readonly<Record<string, string>> = Object.fromEntries(
  [...presentNames].filter(([name, id]) => !ids.has(name) && ids.has(id)),
);

/** The name in the list for a zone, which may come by another name; null for one that is not in the list. */
export function findTimeZone(name: string): string | null {
  const id = presentNames.get(name) ?? name;
  return ids.has(id) ? id : null;
}

// Offsets change at the quarters of an hour at most, and 400 formats take as long as a page.
const keptMs = 15 * 60_000;
let kept: { from: number; regions: TimeZoneRegion[] } | null = null;

/** All zones with their offsets at `now`, by region, both in alphabetical order. */
export function listTimeZones(now = new Date()): TimeZoneRegion[] {
  const from = Math.floor(now.getTime() / keptMs) * keptMs;
  if (kept?.from !== from) kept = { from, regions: group(new Date(from)) };
  return kept.regions;
}

function group(at: Date): TimeZoneRegion[] {
  const regions = new Map<string, TimeZone[]>();
  for (const id of ids) {
    const [region = "", ...rest] = id.split("/");
    const zones = regions.get(region) ?? [];
    const place = rest.join(", ").replaceAll("_", " ");
    zones.push({ id, label: `${place} (${offsetOf(id, at)})` });
    regions.set(region, zones);
  }
  return [...regions].map(([region, zones]) => ({ region, zones }));
}

/** "UTC-03:30", in the digits of all our languages. */
function offsetOf(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name === "GMT" ? "UTC+00:00" : name.replace("GMT", "UTC");
}
