import { formatTag, type Locale } from "./locales";

/** How a person reads times: their language, and their zone by its name in the tz database, null for UTC. */
export type Clock = { locale: Locale; timeZone: string | null };

const styles = {
  minute: {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
  day: { dateStyle: "long" },
  clock: { hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
} as const;

/** A moment as a person reads it: to the minute with the name of its zone, the day alone, or the time of day alone. */
export function writeTime(at: Date, { locale, timeZone }: Clock, style: keyof typeof styles = "minute"): string {
  return formatOf(formatTag(locale), timeZone ?? "UTC", style).format(at);
}

const made = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than a hundred uses of it; there are few, for zones come from a list. */
function formatOf(tag: string, timeZone: string, style: keyof typeof styles): Intl.DateTimeFormat {
  const name = `${tag} ${timeZone} ${style}`;
  let format = made.get(name);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tag, { ...styles[style], timeZone });
    made.set(name, format);
  }
  return format;
}
