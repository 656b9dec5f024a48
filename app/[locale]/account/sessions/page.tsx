import type { Metadata } from "next";
import { SensitiveActionForm } from "@/app/[locale]/_step-up/sensitive-action-form";
import { chooseStepUpMethod, type StepUpMethod } from "@/app/[locale]/_step-up/step-up-method";
import { StepUpNote } from "@/app/[locale]/_step-up/step-up-note";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { hidden } from "@/components/ui/rich-text";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { listSessions, type SessionView } from "@/lib/auth/session/list-sessions";
import { findNotice, sessionNotices } from "@/lib/http/notices";
import { isolate, writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { hasWorkingPasskey } from "@/lib/passkeys/passkeys";
import { hasReauthenticated } from "@/lib/step-up/re-authentication";
import { endOtherSessionsAction, endSessionAction, logOutEverywhereAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("links.sessions"), robots: { index: false } };
}

const path = "/account/sessions";

type SessionsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SessionsPage({ searchParams }: SessionsPageProps) {
  const session = await requireSession(path);
  const { notice: code, confirm } = await searchParams;
  const [t, account, feedback, locale] = await Promise.all([
    getTranslations("sessions"),
    getTranslations("account"),
    getTranslations("feedback"),
    getLocale(),
  ]);
  const [sessions, isReauthenticated, hasPasskey] = await orUnavailable(() =>
    Promise.all([
      listSessions(session, locale),
      hasReauthenticated(session.id, "end-sessions"),
      hasWorkingPasskey(session.user.id),
    ]),
  );
  const method = chooseStepUpMethod({ hasPasskey, areCodesOff: session.user.passkeysOnlyAt !== null }, confirm);
  const notice = findNotice(code, sessionNotices);
  const shared = { act: "end-sessions", method, path, isReauthenticated } as const;
  return (
    <PageShell>
      <AccountNav current="/account/sessions" />
      <PageHeading title={account("links.sessions")} lead={t("lead")} />
      <div className="grid max-w-reading gap-6">
        <PageNotice
          tone={notice === "SESSION_GONE" || notice === "STEP_UP_ENDED" ? "info" : "success"}
          about={sessions.length}
        >
          {notice && feedback(notice)}
        </PageNotice>
        <PageNotice tone="success">{isReauthenticated ? feedback("STEP_UP_DONE") : null}</PageNotice>
        <Card>
          <ul className="divide-y divide-line">
            {sessions.map((each) => (
              <SessionItem
                key={each.id}
                session={each}
                timeZone={session.user.timeZone}
                method={method}
                path={path}
                isReauthenticated={isReauthenticated}
              />
            ))}
          </ul>
        </Card>
        <div className="flex flex-wrap items-start gap-3">
          {sessions.length > 1 ? (
            <SensitiveActionForm
              {...shared}
              action={endOtherSessionsAction}
              button={{ variant: isReauthenticated ? "primary" : "secondary", children: t("endOthers") }}
            />
          ) : null}
          <SensitiveActionForm
            {...shared}
            action={logOutEverywhereAction}
            button={{ variant: isReauthenticated ? "primary" : "secondary", children: t("everywhere") }}
          />
        </div>
        {isReauthenticated ? null : (
          <StepUpNote method={method} act="end-sessions" path={path} hasPasskey={hasPasskey} />
        )}
        <p>{t("about")}</p>
      </div>
    </PageShell>
  );
}

type SessionItemProps = {
  session: SessionView;
  /** The reader's. */
  timeZone: string | null;
  method: StepUpMethod;
  path: string;
  isReauthenticated: boolean;
};

async function SessionItem({ session, timeZone, method, path, isReauthenticated }: SessionItemProps) {
  const { id, device, method: loginMethod, place, createdAt, lastSeenAt, isCurrent } = session;
  const [t, locale] = await Promise.all([getTranslations("sessions"), getLocale()]);
  const clock = { locale, timeZone };
  const at = writeTime(createdAt, clock);
  const seen = writeTime(lastSeenAt, clock);
  const how = t(`how.${loginMethod}`);
  return (
    <li className="grid gap-3 py-5 first:pt-0 last:pb-0">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          <bdi className="inline-block first-letter:uppercase">{device}</bdi>
          {isCurrent ? <Badge>{t("thisBrowser")}</Badge> : null}
        </p>
        <p className="text-fine text-ink-muted">
          {place
            ? t("timesFromLocation", { at, how, place: isolate(place, locale), seen })
            : t("times", { at, how, seen })}
        </p>
      </div>
      {isCurrent ? null : (
        <SensitiveActionForm
          act="end-sessions"
          method={method}
          path={path}
          isReauthenticated={isReauthenticated}
          action={endSessionAction}
          button={{
            size: "small",
            variant: isReauthenticated ? "danger" : "secondary",
            children: t.rich("end", { device: isolate(device, locale), seen, ...hidden }),
          }}
        >
          <input type="hidden" name="session" value={id} />
        </SensitiveActionForm>
      )}
    </li>
  );
}
