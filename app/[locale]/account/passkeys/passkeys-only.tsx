import type { ReactNode } from "react";
import { SensitiveActionForm } from "@/app/[locale]/_step-up/sensitive-action-form";
import { StepUpNote } from "@/app/[locale]/_step-up/step-up-note";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { switchCodesOffAction, switchCodesOnAction } from "./actions";

type PasskeysOnlyProps = {
  /** Null while codes are on. */
  since: Date | null;
  warnsOfCodes: boolean;
  isReauthenticated: boolean;
  path: string;
  timeZone: string | null;
};

export async function PasskeysOnly({ since, warnsOfCodes, isReauthenticated, path, timeZone }: PasskeysOnlyProps) {
  const [t, proof, locale] = await Promise.all([getTranslations("passkeys"), getTranslations("stepUp"), getLocale()]);
  const toSessions = (chunks: ReactNode) => <TextLink href="/account/sessions">{chunks}</TextLink>;
  return (
    <Card>
      <section className="grid gap-4" aria-labelledby="passkeys-only">
        <h2 id="passkeys-only" className="font-semibold text-heading">
          {t("passkeysOnly.title")}
        </h2>
        {since === null ? (
          <p>{t("passkeysOnly.what")}</p>
        ) : (
          <p>{t("passkeysOnly.since", { at: writeTime(since, { locale, timeZone }) })}</p>
        )}
        <div className="grid gap-2 text-fine text-ink-muted">
          <p>{t("passkeysOnly.lost")}</p>
          <p>{t("passkeysOnly.firstWeek")}</p>
          {since === null ? <p>{t.rich("passkeysOnly.sessions", { link: toSessions })}</p> : null}
        </div>
        {warnsOfCodes ? (
          <Alert tone="warning" title={t("passkeysOnly.noCodes.title")}>
            <div className="grid justify-items-start gap-3">
              <p>{t("passkeysOnly.noCodes.advice")}</p>
              <ButtonLink href="/account/recovery-codes" variant="secondary" size="small" prefetch={false}>
                {t("passkeysOnly.noCodes.make")}
              </ButtonLink>
            </div>
          </Alert>
        ) : null}
        {since === null ? (
          <>
            <SensitiveActionForm
              act="switch-codes-off"
              method="passkey-alone"
              path={path}
              isReauthenticated={isReauthenticated}
              action={switchCodesOffAction}
              button={{ variant: "secondary", children: t("passkeysOnly.switchOff") }}
            />
            <noscript className="text-fine text-ink-muted">{proof("note.scriptAlone")}</noscript>
          </>
        ) : (
          <>
            <SensitiveActionForm
              act="switch-codes-on"
              method="no-mailed-code"
              path={path}
              isReauthenticated={isReauthenticated}
              action={switchCodesOnAction}
              button={{ variant: "secondary", children: t("passkeysOnly.switchOn") }}
            />
            {isReauthenticated ? null : (
              <StepUpNote method="no-mailed-code" act="switch-codes-on" path={path} hasPasskey />
            )}
          </>
        )}
      </section>
    </Card>
  );
}
