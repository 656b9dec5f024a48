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

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 rounded-card border border-line-strong border-dashed px-6 py-14 text-center">
      <p className="font-semibold text-heading">{title}</p>
      {children ? <div className="max-w-[26rem] text-ink-muted">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
