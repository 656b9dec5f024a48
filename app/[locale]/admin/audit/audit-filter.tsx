import { ChevronDown } from "lucide-react";
import { SearchButton, SearchForm } from "@/components/form/search-form";
import { ReportPending } from "@/components/layout/pending-navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { TextField } from "@/components/ui/text-field";
import { eventSentences } from "@/lib/audit/event-sentences";
import { auditEventNames } from "@/lib/audit/events";
import type { AuditQuery } from "./audit-query";

/** A plain form that asks by address, so it works without scripts and its answer can be shared. */
export function AuditFilter({ query }: { query: AuditQuery }) {
  const { actor, subject, from, to, events } = query;
  return (
    <search>
      {/* A form keeps what was typed into it; another list is another form. */}
      <SearchForm key={JSON.stringify([actor, subject, from, to, events])} action="/admin/audit" className="grid gap-5">
        <div className="grid grid-cols-2 items-end gap-x-4 gap-y-5 lg:grid-cols-4">
          <PersonField name="actor" label="Actor" value={actor} />
          <PersonField name="subject" label="Subject" value={subject} />
          <div className="max-sm:col-span-2">
            <TextField name="from" label="From (UTC)" type="datetime-local" defaultValue={atMinute(from, "00:00")} />
          </div>
          <div className="max-sm:col-span-2">
            <TextField name="to" label="Until (UTC)" type="datetime-local" defaultValue={atMinute(to, "23:59")} />
          </div>
        </div>
        <details open={events.length > 0} className="group rounded-card border border-line px-4">
          <summary className="flex min-h-touch cursor-pointer items-center justify-between gap-3 font-semibold">
            Events: {events.length === 0 ? "all" : `${events.length} chosen`}
            <ChevronDown aria-hidden="true" className="size-5 shrink-0 group-open:rotate-180" />
          </summary>
          <fieldset className="grid gap-x-6 pb-3 sm:grid-cols-2 lg:grid-cols-3">
            <legend className="sr-only">Events</legend>
            {auditEventNames.map((name) => (
              <label key={name} className="flex min-h-touch cursor-pointer items-center gap-3 py-1.5">
                <input
                  type="checkbox"
                  name="event"
                  value={name}
                  defaultChecked={events.includes(name)}
                  className="size-5 shrink-0 accent-[var(--accent)]"
                />
                <span>{eventSentences[name]}</span>
              </label>
            ))}
          </fieldset>
        </details>
        <div className="flex flex-wrap gap-3">
          <SearchButton variant="secondary">Filter</SearchButton>
          <ButtonLink href="/admin/audit" variant="quiet" prefetch={false}>
            Show all
            <ReportPending />
          </ButtonLink>
        </div>
      </SearchForm>
    </search>
  );
}

function PersonField({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <TextField
      name={name}
      label={label}
      hint="Whole username, email or id"
      defaultValue={value}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={320}
    />
  );
}

/** The field shows minutes only. */
function atMinute(time: string | undefined, timeOfDay: string): string | undefined {
  return time === undefined ? undefined : time.length === 10 ? `${time}T${timeOfDay}` : time;
}
