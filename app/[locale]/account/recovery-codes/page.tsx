import type { Metadata } from "next";
import { chooseStepUpMethod } from "@/app/[locale]/_step-up/step-up-method";
import { StepUpNote } from "@/app/[locale]/_step-up/step-up-note";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { readReauthentication } from "@/lib/auth/access/change-in-session";
import { recoveryCodeCount } from "@/lib/auth/recovery-codes/recovery-code";
import { readRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { findNotice, recoveryCodesNotices } from "@/lib/http/notices";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations, getWords } from "@/lib/i18n/page-translations";
import { hasWorkingPasskey } from "@/lib/passkeys/passkeys";
import { MakeCodes } from "./make-codes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("recoveryCodes"))("title"), robots: { index: false } };
}

const path = "/account/recovery-codes";

type RecoveryCodesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RecoveryCodesPage({ searchParams }: RecoveryCodesPageProps) {
  const session = await requireSession(path);
  const [codes, { act, needsPasskey, isReauthenticated }, hasPasskey] = await orUnavailable(() =>
    Promise.all([
      readRecoveryCodes(session.user.id),
      readReauthentication(session, "make-recovery-codes"),
      hasWorkingPasskey(session.user.id),
    ]),
  );
  const { notice: code, confirm } = await searchParams;
  const notice = isReauthenticated ? null : findNotice(code, recoveryCodesNotices);
  const [t, words, feedback, locale] = await Promise.all([
    getTranslations("recoveryCodes"),
    getWords("recoveryCodes"),
    getTranslations("feedback"),
    getLocale(),
  ]);
  const method = chooseStepUpMethod(
    { hasPasskey, needsPasskey, areCodesOff: session.user.passkeysOnlyAt !== null },
    confirm,
  );
  const hasSome = codes.madeAt !== null;
  return (
    <PageShell>
      <AccountNav current="/account/recovery-codes" />
      <PageHeading title={t("title")} lead={t("lead")} />
      <div className="grid max-w-reading gap-6">
        <MakeCodes
          act={act}
          method={method}
          path={path}
          isReauthenticated={isReauthenticated}
          words={words.shown}
          note={
            isReauthenticated ? null : (
              <StepUpNote method={method} act={needsPasskey ? undefined : act} path={path} hasPasskey={hasPasskey} />
            )
          }
          button={{ variant: hasSome ? "secondary" : "primary", children: t(hasSome ? "makeNew" : "make") }}
        >
          <PageNotice tone="danger">{notice && feedback(notice)}</PageNotice>
          <PageNotice tone="success">
            {isReauthenticated && !needsPasskey ? feedback("RECOVERY_CODES_CONFIRMED") : null}
          </PageNotice>
          <Card className="grid gap-3">
            <p className="font-semibold">
              {codes.madeAt === null
                ? t("none")
                : t("left", {
                    left: codes.left,
                    count: recoveryCodeCount,
                    at: writeTime(codes.madeAt, { locale, timeZone: session.user.timeZone }),
                  })}
            </p>
            {codes.isOutdated ? <p>{t("outdated")}</p> : null}
            <p>
              {t("about")} {hasSome ? t("oldOnesVoid") : null}
            </p>
          </Card>
        </MakeCodes>
      </div>
    </PageShell>
  );
}
