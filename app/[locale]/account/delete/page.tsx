import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SensitiveActionForm } from "@/app/[locale]/_step-up/sensitive-action-form";
import { chooseStepUpMethod } from "@/app/[locale]/_step-up/step-up-method";
import { StepUpNote } from "@/app/[locale]/_step-up/step-up-note";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { isolated } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { readDeletionEligibility } from "@/lib/auth/account/ask-for-deletion";
import { deletionNotices, findNotice } from "@/lib/http/notices";
import { getTranslations } from "@/lib/i18n/page-translations";
import { maskEmail } from "@/lib/identifier";
import { hasWorkingPasskey } from "@/lib/passkeys/passkeys";
import { deletionWaitDays, keptDays, orderKeptYears } from "@/lib/retention";
import { deleteAccountAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownData"))("delete.title"), robots: { index: false } };
}

const path = "/account/delete";

type DeleteAccountPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeleteAccountPage({ searchParams }: DeleteAccountPageProps) {
  const session = await requireSession(path);
  const [{ isLastAdmin, act, needsPasskey, isReauthenticated }, hasPasskey] = await orUnavailable(() =>
    Promise.all([readDeletionEligibility(session), hasWorkingPasskey(session.user.id)]),
  );
  const { notice: code, confirm } = await searchParams;
  const notice = isReauthenticated ? null : findNotice(code, deletionNotices);
  const method = chooseStepUpMethod(
    { hasPasskey, needsPasskey, areCodesOff: session.user.passkeysOnlyAt !== null },
    confirm,
  );
  const { email } = session.user;
  const [t, feedback] = await Promise.all([getTranslations("ownData"), getTranslations("feedback")]);
  return (
    <PageShell>
      <AccountNav current="/account/data" />
      <PageHeading title={t("delete.question")} />
      <div className="grid max-w-reading gap-6">
        <PageNotice tone="warning">{notice && feedback(notice)}</PageNotice>
        <PageNotice tone="success">
          {isReauthenticated && !isLastAdmin ? feedback("DELETION_CONFIRMED") : null}
        </PageNotice>
        <Card className="grid gap-6">
          <Consequences title={t("delete.atOnce.title")}>
            <li>{t("delete.atOnce.closed")}</li>
            <li>{t.rich("delete.atOnce.mail", { email, ...isolated })}</li>
          </Consequences>
          <Consequences title={t("delete.meanwhile.title", { days: deletionWaitDays })}>
            <li>{t("delete.meanwhile.keep")}</li>
            <li>{t("delete.meanwhile.taken")}</li>
          </Consequences>
          <Consequences title={t("delete.afterwards.title")}>
            <li>{t("delete.afterwards.gone")}</li>
            <li>
              {t.rich("delete.afterwards.kept", { days: keptDays.auditEvent, masked: maskEmail(email), ...isolated })}
            </li>
            <li>{t("delete.afterwards.orders", { years: orderKeptYears })}</li>
            <li>{t("delete.afterwards.free")}</li>
          </Consequences>
          {isLastAdmin ? (
            <Alert tone="warning" title={t("delete.lastAdmin")}>
              {feedback("LAST_ADMIN")}
            </Alert>
          ) : needsPasskey && !hasPasskey ? (
            <Alert tone="warning" title={t("delete.noPasskey")}>
              {feedback("DELETION_NEEDS_PASSKEY")}
            </Alert>
          ) : (
            <>
              <SensitiveActionForm
                act={act}
                method={method}
                path={path}
                isReauthenticated={isReauthenticated}
                action={deleteAccountAction}
                button={{ variant: "danger", children: t("delete.submit") }}
              />
              {isReauthenticated ? (
                <p className="text-fine text-ink-muted">{t("delete.now")}</p>
              ) : (
                <StepUpNote method={method} act="delete-account" path={path} hasPasskey={hasPasskey} />
              )}
            </>
          )}
        </Card>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink href="/account/data">{t("delete.back")}</TextLink>
        </p>
      </div>
    </PageShell>
  );
}

function Consequences({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{title}</h2>
      <ul className="grid list-disc gap-1.5 ps-5">{children}</ul>
    </section>
  );
}
