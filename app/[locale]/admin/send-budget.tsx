import { Meter } from "@/components/chart/meter";
import type { SendBudget as Budget, SendBudgets } from "@/lib/admin/overview-figures";
import { formatTag, type Locale } from "@/lib/i18n/locales";
import { type Translations, translator } from "@/lib/i18n/translator";
import { staffTime } from "./user-words";

export function SendBudget({ budgets, locale }: { budgets: SendBudgets | null; locale: Locale }) {
  const t = translator(locale, "adminOverview");
  if (budgets === null) return <p>{t("budget.unavailable")}</p>;
  const { everybody, known } = budgets;
  return (
    <div className="grid gap-6">
      <Lane
        name={t("budget.everybody")}
        budget={everybody}
        sentence={sentenceFor(everybody, locale, t)}
        locale={locale}
      />
      <Lane
        name={t("budget.trusted")}
        budget={known}
        sentence={known.used >= known.limit ? t("budget.trustedSpent") : t("budget.trustedOpen")}
        locale={locale}
      />
      <p className="text-fine text-ink-muted">{t("budget.note")}</p>
    </div>
  );
}

function Lane({ name, budget, sentence, locale }: { name: string; budget: Budget; sentence: string; locale: Locale }) {
  const t = translator(locale, "adminOverview");
  const { used, limit, slowedFrom, endsAt } = budget;
  const text = t("budget.use", { used, limit, share: shareUsed(used, limit, locale) });
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
        {endsAt ? t("budget.withEnd", { sentence, time: staffTime(endsAt, locale) }) : sentence}
      </p>
    </div>
  );
}

function sentenceFor({ used, limit, slowedFrom }: Budget, locale: Locale, t: Translations<"adminOverview">): string {
  if (used >= limit) return t("budget.spent");
  if (slowedFrom !== null && used >= slowedFrom) return t("budget.slowing", { share: shareUsed(used, limit, locale) });
  return t("budget.open");
}

/** Rounded down: 100 % means that nothing is left. */
export function shareUsed(used: number, limit: number, locale: Locale): string {
  return new Intl.NumberFormat(formatTag(locale), { style: "percent", roundingMode: "floor" }).format(used / limit);
}
