import type { Metadata } from "next";
import { SensitiveActionForm } from "@/app/[locale]/_step-up/sensitive-action-form";
import { chooseStepUpMethod } from "@/app/[locale]/_step-up/step-up-method";
import { StepUpNote } from "@/app/[locale]/_step-up/step-up-note";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { findNotice, ownDataNotices } from "@/lib/http/notices";
import { getTranslations } from "@/lib/i18n/page-translations";
import { hasWorkingPasskey } from "@/lib/passkeys/passkeys";
import { deletionWaitDays } from "@/lib/retention";
import { hasReauthenticated } from "@/lib/step-up/re-authentication";
import { reauthenticateForExportAction } from "./actions";
import { DownloadForm } from "./download-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownData"))("title"), robots: { index: false } };
}

const path = "/account/data";

type OwnDataPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OwnDataPage({ searchParams }: OwnDataPageProps) {
  const session = await requireSession(path);
  const [isReauthenticated, hasPasskey] = await orUnavailable(() =>
    Promise.all([hasReauthenticated(session.id, "export-data"), hasWorkingPasskey(session.user.id)]),
  );
  const { notice: code, confirm } = await searchParams;
  const notice = isReauthenticated ? null : findNotice(code, ownDataNotices);
  const [t, feedback] = await Promise.all([getTranslations("ownData"), getTranslations("feedback")]);
  const method = chooseStepUpMethod({ hasPasskey, areCodesOff: session.user.passkeysOnlyAt !== null }, confirm);
  return (
    <PageShell>
      <AccountNav current="/account/data" />
      <PageHeading title={t("title")} lead={t("lead")} />
      <div className="grid max-w-reading gap-6">
        <PageNotice tone="warning">{notice && feedback(notice)}</PageNotice>
        <PageNotice tone="success">{isReauthenticated ? feedback("EXPORT_CONFIRMED") : null}</PageNotice>
        <Card className="grid justify-items-start gap-4">
          <h2 className="font-semibold text-heading">{t("download.title")}</h2>
          <p>{t("download.what")}</p>
          {isReauthenticated ? (
            <DownloadForm>
              <Button type="submit">{t("download.submit")}</Button>
            </DownloadForm>
          ) : (
            <>
              <SensitiveActionForm
                act="export-data"
                method={method}
                path={path}
                isReauthenticated={false}
                action={reauthenticateForExportAction}
                button={{ children: t("download.ask") }}
              />
              <StepUpNote method={method} act="export-data" path={path} hasPasskey={hasPasskey} />
            </>
          )}
        </Card>
        <Card className="grid justify-items-start gap-4">
          <h2 className="font-semibold text-heading">{t("delete.title")}</h2>
          <p>{t("delete.what", { days: deletionWaitDays })}</p>
          <ButtonLink href="/account/delete" variant="secondary" prefetch={false}>
            {t("delete.title")}
          </ButtonLink>
        </Card>
      </div>
    </PageShell>
  );
}
