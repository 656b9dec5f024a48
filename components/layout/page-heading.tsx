import type { ReactNode } from "react";

export function PageHeading({ title, lead, actions }: { title: ReactNode; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 max-w-reading">
        <h1 className="font-bold text-title [overflow-wrap:anywhere]">{title}</h1>
        {lead ? <div className="mt-2 text-ink-muted">{lead}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}

/** The heading of a part of a page, with a sentence beside it. `id`: for `aria-labelledby`. */
export function SectionHeading({ id, title, lead }: { id: string; title: ReactNode; lead: ReactNode }) {
  return (
    <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 sm:mb-10">
      <h2 id={id} className="font-bold text-title">
        {title}
      </h2>
      <p className="max-w-[30rem] text-ink-muted">{lead}</p>
    </div>
  );
}
