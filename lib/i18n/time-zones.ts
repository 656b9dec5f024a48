/** A time zone by its name in the tz database, and as a list shows it: "Kolkata (UTC+05:30)", the same in any language. */
export type TimeZone = { id: string; label: string };

/** The zones of one part of the world, by the first word of their names: "Europe". */
export type TimeZoneRegion = { region: string; zones: TimeZone[] };

/** ICU keeps the names that it began with (CLDR, bcp47/timezone.xml); the places have been called otherwise for long. */
const presentIds: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** Every zone that somebody can live in, sorted. UTC is none of them: it is what holds where nobody chose. */
const ids: ReadonlySet<string> = new Set(
  Intl.supportedValuesOf("timeZone")
    .map((id) => presentIds[id] ?? id)
    .filter((id) => id.includes("/") && !id.startsWith("Etc/"))
    .sort(),
);

/** Whether a name from a form is one of ours. `Intl` takes more: old names, other cases, plain offsets. */
export function isTimeZone(id: string): boolean {
  return ids.has(id);
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
