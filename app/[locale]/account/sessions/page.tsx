import type { Metadata } from "next";
import { ActForm } from "@/app/[locale]/_step-up/act-form";
import { ProofNote } from "@/app/[locale]/_step-up/proof-note";
import { chooseProofWay } from "@/app/[locale]/_step-up/proof-way";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { listSessions } from "@/lib/auth/session/list-sessions";
import { findNotice, sessionNotices } from "@/lib/http/notices";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { hasWorkingPasskey } from "@/lib/passkeys/passkeys";
import { hasFreshProof } from "@/lib/step-up/re-authentication";
import { endOtherSessionsAction, logOutEverywhereAction } from "./actions";
import { SessionItem } from "./session-item";

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
  const [sessions, isProven, hasPasskey] = await orUnavailable(() =>
    Promise.all([
      listSessions(session, locale),
      hasFreshProof(session.id, "end-sessions"),
      hasWorkingPasskey(session.user.id),
    ]),
  );
  const way = chooseProofWay({ hasPasskey, areCodesOff: session.user.passkeysOnlyAt !== null }, confirm);
  const notice = findNotice(code, sessionNotices);
  const shared = { act: "end-sessions", way, path, isProven } as const;
  return (
    <PageShell>
      <PageHeading title={account("links.sessions")} lead={t("lead")} />
      <div className="grid max-w-reading gap-6">
        <PageNotice
          tone={notice === "SESSION_GONE" || notice === "STEP_UP_ENDED" ? "info" : "success"}
          about={sessions.length}
        >
          {notice && feedback(notice)}
        </PageNotice>
        <PageNotice tone="success">{isProven ? feedback("STEP_UP_DONE") : null}</PageNotice>
        <Card>
          <ul className="divide-y divide-line">
            {sessions.map((each) => (
              <SessionItem
                key={each.id}
                session={each}
                timeZone={session.user.timeZone}
                way={way}
                path={path}
                isProven={isProven}
              />
            ))}
          </ul>
        </Card>
        <div className="flex flex-wrap items-start gap-3">
          {sessions.length > 1 ? (
            <ActForm
              {...shared}
              action={endOtherSessionsAction}
              button={{ variant: isProven ? "primary" : "secondary", children: t("endOthers") }}
            />
          ) : null}
          <ActForm
            {...shared}
            action={logOutEverywhereAction}
            button={{ variant: isProven ? "primary" : "secondary", children: t("everywhere") }}
          />
        </div>
        {isProven ? null : <ProofNote way={way} act="end-sessions" path={path} hasPasskey={hasPasskey} />}
        <p>{t("about")}</p>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink href="/account">{account("links.account")}</TextLink>
          <TextLink href="/account/passkeys">{account("links.passkeys")}</TextLink>
        </p>
      </div>
    </PageShell>
  );
}
