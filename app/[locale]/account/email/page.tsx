import type { Metadata } from "next";
import { ChangeForm } from "@/app/[locale]/account/change-form";
import { ChangeProof } from "@/app/[locale]/account/change-proof";
import { askForEmailAction, proveBeforeEmailAction } from "@/app/[locale]/account/profile-actions";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { isolated } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { findWaitingMove } from "@/lib/auth/account/complete-email-change";
import { findWantedAddress } from "@/lib/auth/profile/change-email";
import { readProfileProof } from "@/lib/auth/profile/re-authenticate";
import { findNotice, profileNotices } from "@/lib/http/notices";
import { getTranslations } from "@/lib/i18n/page-translations";
import { hasWorkingPasskey } from "@/lib/passkeys/passkeys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("email.title"), robots: { index: false } };
}

const path = "/account/email";

type EmailPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EmailPage({ searchParams }: EmailPageProps) {
  const session = await requireSession(path);
  const [proof, hasPasskey, wanted, waitingFor] = await orUnavailable(() =>
    Promise.all([
      readProfileProof(session, "change-email"),
      hasWorkingPasskey(session.user.id),
      findWantedAddress(session, "CHANGE_EMAIL"),
      findWaitingMove(session.user.id),
    ]),
  );
  const { notice: code, confirm } = await searchParams;
  const notice = findNotice(code, profileNotices);
  const [t, account, feedback] = await Promise.all([
    getTranslations("profile"),
    getTranslations("account"),
    getTranslations("feedback"),
  ]);
  return (
    <PageShell>
      <PageHeading title={t("email.title")} lead={t.rich("email.lead", { email: session.user.email, ...isolated })} />
      <div className="grid max-w-reading gap-6">
        <PageNotice tone="warning">{notice && feedback(notice)}</PageNotice>
        {waitingFor ? <Card>{t.rich("email.waiting", { email: waitingFor, ...isolated })}</Card> : null}
        <PageNotice tone="success">{proof.isProven ? feedback("EMAIL_PROOF_DONE") : null}</PageNotice>
        <Card className="grid gap-5">
          {proof.isProven ? (
            <ChangeForm
              action={askForEmailAction}
              field={{
                name: "email",
                label: t("email.label"),
                hint: t("email.hint"),
                type: "email",
                inputMode: "email",
                autoComplete: "email",
                defaultValue: wanted ?? undefined,
              }}
              submit={{ label: t("sendCode"), pendingLabel: t("sending") }}
            />
          ) : (
            <>
              <ul className="grid list-disc gap-1.5 ps-5">
                <li>{t("email.steps.proof")}</li>
                <li>{t("email.steps.undo")}</li>
                <li>{t("email.steps.old")}</li>
              </ul>
              <ChangeProof
                proof={proof}
                hasPasskey={hasPasskey}
                areCodesOff={session.user.passkeysOnlyAt !== null}
                confirm={confirm}
                path={path}
                action={proveBeforeEmailAction}
                label={t("email.start")}
              />
            </>
          )}
        </Card>
        <p>
          <TextLink href="/account">{account("links.account")}</TextLink>
        </p>
      </div>
    </PageShell>
  );
}
