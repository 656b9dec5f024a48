import type { ComponentProps, ReactNode } from "react";
import { SensitiveActionForm } from "@/app/[locale]/_step-up/sensitive-action-form";
import { chooseStepUpMethod } from "@/app/[locale]/_step-up/step-up-method";
import { StepUpNote } from "@/app/[locale]/_step-up/step-up-note";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { readReauthentication } from "@/lib/auth/access/change-in-session";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { findNotice, profileNotices } from "@/lib/http/notices";
import { getTranslations } from "@/lib/i18n/page-translations";
import { hasWorkingPasskey } from "@/lib/passkeys/passkeys";
import type { ProfileAction } from "@/lib/step-up/sensitive-actions";
import { ChangeForm } from "./change-form";

type ContactChangePageProps = {
  session: LiveSession;
  change: ProfileAction;
  path: string;
  query: Record<string, string | string[] | undefined>;
  title: string;
  lead: ReactNode;
  /** Above the form. */
  children?: ReactNode;
  /** One sentence each. */
  steps: string[];
  start: { action: () => Promise<void>; label: string };
  reauthenticated: string;
  form: ComponentProps<typeof ChangeForm>;
};

/** First the re-authentication, then the field. */
export async function ContactChangePage({ session, change, path, query, children, ...page }: ContactChangePageProps) {
  const [{ act, isReauthenticated, needsPasskey }, hasPasskey] = await orUnavailable(() =>
    Promise.all([readReauthentication(session, change), hasWorkingPasskey(session.user.id)]),
  );
  const method = chooseStepUpMethod(
    { hasPasskey, areCodesOff: session.user.passkeysOnlyAt !== null, needsPasskey },
    query.confirm,
  );
  const notice = findNotice(query.notice, profileNotices);
  const feedback = await getTranslations("feedback");
  return (
    <PageShell>
      <AccountNav current="/account" />
      <PageHeading title={page.title} lead={page.lead} />
      <div className="grid max-w-reading gap-6">
        <PageNotice tone="warning">{notice && feedback(notice)}</PageNotice>
        {children}
        <PageNotice tone="success">{isReauthenticated ? page.reauthenticated : null}</PageNotice>
        <Card className="grid gap-5">
          {isReauthenticated ? (
            <ChangeForm {...page.form} />
          ) : (
            <>
              <ul className="grid list-disc gap-1.5 ps-5">
                {page.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
              <SensitiveActionForm
                act={act}
                method={method}
                path={path}
                isReauthenticated={false}
                action={page.start.action}
                button={{ children: page.start.label }}
              />
              <StepUpNote method={method} path={path} hasPasskey={hasPasskey} act={act} />
            </>
          )}
        </Card>
      </div>
    </PageShell>
  );
}
