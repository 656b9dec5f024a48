import { Meter } from "@/components/chart/meter";
import type { SendBudget as Budget, SendBudgets } from "@/lib/admin/read-send-budget";
import { staffTime } from "./user-words";

const number = new Intl.NumberFormat("en-GB");

/** What is used of the day's budgets for sending, as they refuse. */
export function SendBudget({ budgets }: { budgets: SendBudgets | null }) {
  if (budgets === null)
    return (
      <p>
        The store of the limits does not answer, so nobody can say. While that lasts no code is sent: see to the
        database, or to Redis where it is set.
      </p>
    );
  const { everybody, known } = budgets;
  return (
    <div className="grid gap-6">
      <Lane name="For everybody" budget={everybody}>
        {sentenceFor(everybody)}
      </Lane>
      <Lane name="For browsers that have logged in before" budget={known}>
        {known.used >= known.limit
          ? "All of it is gone: who logs in on a known browser gets no code either, and fresh proofs are not sent."
          : "Where the one for everybody is used up, and for fresh proofs."}
      </Lane>
      <p className="text-fine text-ink-muted">
        Each start and each new message counts, also to an address without an account, which gets a notice. A day begins
        with its first message and lasts 24 hours. DAILY_SEND_BUDGET sets the size of both.
      </p>
    </div>
  );
}

function Lane({ name, budget, children }: { name: string; budget: Budget; children: React.ReactNode }) {
  const { used, limit, slowedFrom, endsAt } = budget;
  const text = `${number.format(used)} of ${number.format(limit)}, ${shareUsed(used, limit)}`;
  const isWarning = used >= limit * 0.8;
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{name}</span>
        <span className="tabular-nums">{text}</span>
      </p>
      <Meter
        label={name}
        value={used}
        max={limit}
        mark={slowedFrom ?? undefined}
        text={text}
        tone={used >= limit ? "danger" : isWarning ? "warning" : "plain"}
      />
      <p className="text-fine text-ink-muted">
        {children}
        {endsAt ? ` It starts anew at ${staffTime(endsAt)}.` : null}
      </p>
    </div>
  );
}

function sentenceFor({ used, limit, slowedFrom }: Budget): string {
  if (used >= limit) return "All of it is gone: only browsers that have logged in before still get codes.";
  if (slowedFrom !== null && used >= slowedFrom)
    return `${shareUsed(used, limit)} are gone: whoever asks for a code must prove work first.`;
  return "At the mark whoever asks for a code must prove work first.";
}

/** Rounded down: 100% means that nothing is left. */
export function shareUsed(used: number, limit: number): string {
  return `${Math.floor((used / limit) * 100)}%`;
}
