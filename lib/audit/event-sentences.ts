import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { type AuditEventName, auditEventNames } from "./events";

export function describeEvent(name: string, locale: Locale): string {
  return isKnown(name) ? translator(locale, "events")(name) : name;
}

const known: ReadonlySet<string> = new Set(auditEventNames);

function isKnown(name: string): name is AuditEventName {
  return known.has(name);
}
