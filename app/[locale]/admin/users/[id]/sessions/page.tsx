import type { Metadata } from "next";
import { ChangeChoice } from "@/app/[locale]/admin/_change/change-form";
import { staffTime } from "@/app/[locale]/admin/user-words";
import { endSessionsAction } from "@/app/[locale]/admin/users/[id]/actions";
import { loadConfirmStep, UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { isolated } from "@/components/ui/rich-text";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { listSessionsOf } from "@/lib/auth/session/list-sessions";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUser"))("endSessions.meta") };
}

type EndSessionsPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EndSessionsPage({ params, searchParams }: EndSessionsPageProps) {
  const step = await loadConfirmStep(params, "sessions");
  const { user } = step;
  const locale = await getLocale();
  const t = await getTranslations("adminUser");
  const sessions = await orUnavailable(() => listSessionsOf(user, null, locale));
  const { session: wanted } = await searchParams;
  return (
    <UserConfirmStep
      step={step}
      title={t.rich("endSessions.title", { username: user.username, ...isolated })}
      consequences={[t("endSessions.loggedOut"), t("endSessions.browser"), t("endSessions.codes")]}
      action={endSessionsAction}
      submit={{ label: t("endSessions.submit"), pendingLabel: t("endSessions.pending"), isDanger: true }}
    >
      <ChangeChoice
        name="session"
        legend={t("endSessions.legend")}
        chosen={sessions.some(({ id }) => id === wanted) ? String(wanted) : "all"}
        choices={[
          { value: "all", label: sessions.length === 0 ? t("endSessions.allOfNone") : t("endSessions.all") },
          ...sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
            value: id,
            label: (
              <>
                {device}{" "}
                <span className="block text-ink-muted">
                  {t("endSessions.times", { at: staffTime(createdAt, locale), seen: staffTime(lastSeenAt, locale) })}
                </span>
              </>
            ),
          })),
        ]}
      />
    </UserConfirmStep>
  );
}
