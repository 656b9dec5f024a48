import unicodeZones from "cldr-bcp47/bcp47/timezone.json";

type TimeZone = { id: string; label: string };

export type TimeZoneRegion = { region: string; zones: TimeZone[] };

type UnicodeZone = { _description: string; _alias?: string; _iana?: string };

/** Present names, such as "Asia/Kolkata" for "Asia/Calcutta" (UTS 35). The tz links merge too much. */
const presentNames = new Map<string, string>();
for (const zone of Object.values<UnicodeZone | string>(unicodeZones.keyword.u.tz)) {
  if (typeof zone === "string") continue;
  const names = zone._alias?.split(" ") ?? [];
  for (const name of names) presentNames.set(name, zone._iana ?? names[0] ?? name);
}

const ids: ReadonlySet<string> = new Set(
  Intl.supportedValuesOf("timeZone")
    .map((id) => presentNames.get(id) ?? id)
    .filter((id) => id.includes("/") && !id.startsWith("Etc/"))
    .sort(),
);

/** Old names that devices still report. */
export const otherTimeZoneNames: Readonly<Record<string, string>> = Object.fromEntries(
  [...presentNames].filter(([name, id]) => !ids.has(name) && ids.has(id)),
);

/** Null if unknown; accepts old names. */
export function findTimeZone(name: string): string | null {
  const id = presentNames.get(name) ?? name;
  return ids.has(id) ? id : null;
}

// Offsets change at quarter hours; 400 formats are slow.
const keptMs = 15 * 60_000;
let kept: { from: number; regions: TimeZoneRegion[] } | null = null;

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

function offsetOf(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name === "GMT" ? "UTC+00:00" : name.replace("GMT", "UTC");
}
