import { SearchButton, SearchForm } from "@/components/form/search-form";
import { ReportPending } from "@/components/layout/pending-navigation";
import { ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { ChevronDown } from "@/components/ui/icon";
import { describeEvent } from "@/lib/audit/event-sentences";
import { auditEventNames } from "@/lib/audit/events";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import type { AuditQuery } from "./audit-query";

/** A GET form, so the answer can be shared. */
export async function AuditFilter({ query }: { query: AuditQuery }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminAudit")]);
  const { actor, subject, from, to, events } = query;
  return (
    <search>
      {/* A new key: a form keeps what was typed. */}
      <SearchForm key={JSON.stringify([actor, subject, from, to, events])} action="/admin/audit" className="grid gap-5">
        <div className="grid grid-cols-2 items-end gap-x-4 gap-y-5 lg:grid-cols-4">
          <PersonField name="actor" label={t("filter.actor")} hint={t("filter.personHint")} value={actor} />
          <PersonField name="subject" label={t("filter.subject")} hint={t("filter.personHint")} value={subject} />
          <div className="max-sm:col-span-2">
            <TextField
              name="from"
              label={t("filter.from")}
              type="datetime-local"
              defaultValue={atMinute(from, "00:00")}
            />
          </div>
          <div className="max-sm:col-span-2">
            <TextField name="to" label={t("filter.until")} type="datetime-local" defaultValue={atMinute(to, "23:59")} />
          </div>
        </div>
        <details open={events.length > 0} className="group rounded-card border border-line px-4">
          <summary className="flex min-h-touch cursor-pointer items-center justify-between gap-3 font-semibold">
            {events.length === 0 ? t("filter.eventsAll") : t("filter.eventsChosen", { count: events.length })}
            <ChevronDown className="size-5 shrink-0 group-open:rotate-180" />
          </summary>
          <fieldset className="grid gap-x-6 pb-3 sm:grid-cols-2 lg:grid-cols-3">
            <legend className="sr-only">{t("filter.events")}</legend>
            {auditEventNames.map((name) => (
              <label key={name} className="flex min-h-touch cursor-pointer items-center gap-3 py-1.5">
                <input
                  type="checkbox"
                  name="event"
                  value={name}
                  defaultChecked={events.includes(name)}
                  className="size-5 shrink-0 accent-[var(--accent)]"
                />
                <span>{describeEvent(name, locale)}</span>
              </label>
            ))}
          </fieldset>
        </details>
        <div className="flex flex-wrap gap-3">
          <SearchButton variant="secondary">{t("filter.submit")}</SearchButton>
          <ButtonLink href="/admin/audit" variant="quiet" prefetch={false}>
            {t("filter.showAll")}
            <ReportPending />
          </ButtonLink>
        </div>
      </SearchForm>
    </search>
  );
}

type PersonFieldProps = { name: string; label: string; hint: string; value: string | undefined };

function PersonField({ name, label, hint, value }: PersonFieldProps) {
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      defaultValue={value}
      dir="auto"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={320}
    />
  );
}

function atMinute(time: string | undefined, timeOfDay: string): string | undefined {
  return time === undefined ? undefined : time.length === 10 ? `${time}T${timeOfDay}` : time;
}
