import type { Metadata } from "next";
import { readRecoveryCodeRequest } from "@/app/[locale]/_step-up/step-up-method";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { readRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { getTranslations, getWords } from "@/lib/i18n/page-translations";
import { RecoveryCodeForm } from "./recovery-code-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("recoveryCodes"))("confirm.title"), robots: { index: false } };
}

type ConfirmByRecoveryCodePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ConfirmByRecoveryCodePage({ searchParams }: ConfirmByRecoveryCodePageProps) {
  const { act, next } = await searchParams;
  const request = readRecoveryCodeRequest({ act, next });
  const session = await requireSession(request?.back ?? "/account");
  const [t, actions, words, fields] = await Promise.all([
    getTranslations("recoveryCodes"),
    getTranslations("sensitiveActions"),
    getWords("recoveryCodes"),
    getWords("fields"),
  ]);
  if (request === null) {
    return (
      <PageShell>
        <AccountNav />
        <PageHeading title={t("confirm.title")} lead={t("confirm.nothing")} />
      </PageShell>
    );
  }
  const { left } = await orUnavailable(() => readRecoveryCodes(session.user.id));
  return (
    <PageShell>
      <AccountNav />
      <PageHeading title={t("confirm.title")} lead={t("confirm.action", { action: actions(request.act) })} />
      <div className="grid max-w-reading gap-6">
        {left === 0 ? (
          <Alert tone="warning" title={t("confirm.noneLeft.title")}>
            {t("confirm.noneLeft.advice")}
          </Alert>
        ) : (
          <Card>
            <RecoveryCodeForm
              act={request.act}
              next={request.back}
              words={{ ...words.confirm, code: fields.recoveryCode }}
            />
          </Card>
        )}
        <p>
          <TextLink href={request.back}>{t("confirm.back")}</TextLink>
        </p>
      </div>
    </PageShell>
  );
}
