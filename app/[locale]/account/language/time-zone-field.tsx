import { Field, Select } from "@/components/ui/field";
import { formatTag } from "@/lib/i18n/locales";
import { getLocale, getTranslations, getWords } from "@/lib/i18n/page-translations";
import { findTimeZone, listTimeZones, otherTimeZoneNames } from "@/lib/i18n/time-zones";
import type { Words } from "@/lib/i18n/translator";
import { DeviceTimeZone } from "./device-time-zone";

const id = "timeZone";

export async function TimeZoneField({ chosen }: { chosen: string | null }) {
  const [t, words, locale] = await Promise.all([getTranslations("language"), getWords("language"), getLocale()]);
  const byName = new Intl.Collator(formatTag(locale));
  const regions = listTimeZones()
    .map(({ region, zones }) => ({ label: nameOf(region, words.regions), zones }))
    .sort((one, other) => byName.compare(one.label, other.label));
  return (
    <div className="grid gap-3">
      <Field id={id} label={t("timeZone")} hint={t("timeZoneHint")}>
        {(control) => (
          <Select name="timeZone" defaultValue={chosen === null ? "" : (findTimeZone(chosen) ?? "")} {...control}>
            <option value="">{t("zoneUnsaid")}</option>
            {regions.map(({ label, zones }) => (
              <optgroup key={label} label={label}>
                {zones.map(({ id, label }) => (
                  <option key={id} value={id} dir="ltr">
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <DeviceTimeZone selectId={id} otherNames={otherTimeZoneNames} words={words.device} />
    </div>
  );
}

/** Regions newer than our texts keep their own name. */
function nameOf(region: string, names: Words<"language">["regions"]): string {
  return Object.hasOwn(names, region) ? names[region as keyof typeof names] : region;
}
