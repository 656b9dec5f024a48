import type { ReactNode } from "react";
import { purposeName, requestStateName, staffSecond } from "@/app/[locale]/admin/user-words";
import type { LifeStep, RequestLife } from "@/lib/admin/delivery/request-lives";
import { describeDevice } from "@/lib/http/visitor";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

/** What became of each request for a code, newest first. */
export async function RequestLives({ lives }: { lives: RequestLife[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminDelivery")]);
  if (lives.length === 0) return <p className="text-ink-muted">{t("lives.empty")}</p>;
  return (
    <ul className="divide-y divide-line">
      {lives.map(({ purpose, createdAt, userAgent, state, steps }) => (
        <li key={createdAt.toISOString()} className="grid gap-1.5 py-3.5 first:pt-0 last:pb-0">
          <p className="font-medium">
            {t("lives.purposeAndState", {
              purpose: purposeName(purpose, locale),
              state: requestStateName(state, locale),
            })}
          </p>
          <p className="text-fine text-ink-muted">{t("lives.from", { device: describeDevice(userAgent, locale) })}</p>
          <LifeSteps steps={steps} />
        </li>
      ))}
    </ul>
  );
}

async function LifeSteps({ steps }: { steps: LifeStep[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminDelivery")]);
  return (
    <ol className="grid gap-1 border-line border-s-2 ps-3 text-fine">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a page do not change
        <li key={index} className="[overflow-wrap:anywhere]">
          {"count" in step ? t(`steps.${step.step}`, { count: step.count }) : t(`steps.${step.step}`)}
          {"at" in step ? <span className="text-ink-muted"> {staffSecond(step.at, locale)}</span> : null}
          {"reply" in step && step.reply ? <Reply>{step.reply}</Reply> : null}
        </li>
      ))}
    </ol>
  );
}

/** In the mail server's own words, mostly English. */
export function Reply({ children }: { children: ReactNode }) {
  return (
    <bdi dir="ltr" className="block text-ink-muted [overflow-wrap:anywhere]">
      {children}
    </bdi>
  );
}
