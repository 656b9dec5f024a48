import { ReportPending } from "@/components/layout/pending-navigation";
import { TextLink } from "@/components/ui/text-link";
import type { NotableEvent } from "@/lib/admin/read-overview";
import { describeEvent } from "@/lib/audit/event-sentences";
import { staffTime } from "./user-words";

/** The newest entries of the audit trail that staff may have to act on. */
export function NotableEvents({ events }: { events: NotableEvent[] }) {
  return (
    <section className="grid gap-4">
      <h2 className="font-semibold text-heading">Worth a look</h2>
      {events.length === 0 ? (
        <p className="text-ink-muted">Nothing out of the ordinary.</p>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {events.map(({ id, name, at, subjectId }) => (
            <li key={String(id)} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
              <span className="font-medium">{describeEvent(name)}</span>
              <span className="text-fine text-ink-muted">
                {staffTime(at)}
                {subjectId ? (
                  <>
                    {", "}
                    <TextLink href={`/admin/users/${subjectId}`} prefetch={false}>
                      the user
                      <ReportPending />
                    </TextLink>
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
