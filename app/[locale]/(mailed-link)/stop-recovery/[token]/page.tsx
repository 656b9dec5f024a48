import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { stopRecoveryByLinkAction } from "@/app/[locale]/(mailed-link)/actions";
import { ConfirmPage, DonePage, IfLeft, mailedLinkMetadata } from "@/app/[locale]/(mailed-link)/mailed-link-pages";
import { FormMessage } from "@/components/form/form-message";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findRecoveryToStop } from "@/lib/auth/account/stop-recovery";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

export function generateMetadata(): Promise<Metadata> {
  return mailedLinkMetadata("stopRecovery");
}

// Changes when its button is pressed.
export const dynamic = "force-dynamic";

export default async function StopRecoveryPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const recovery = await orUnavailable(() => findRecoveryToStop(token));
  if (recovery === null) notFound();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("stopRecovery")]);
  if (recovery.state === "STOPPED") {
    return (
      <DonePage title={t("stoppedTitle")}>
        <FormMessage tone="success">{t("stopped")}</FormMessage>
      </DonePage>
    );
  }
  return (
    <ConfirmPage
      title={t("title")}
      lead={t("lead", { dueAt: writeTime(recovery.dueAt, { locale, timeZone: null }) })}
      consequences={[t("addressStays"), t("shopSees")]}
      action={stopRecoveryByLinkAction}
      token={token}
      submit={{ label: t("stop"), pendingLabel: t("stopping") }}
      note={<IfLeft />}
    />
  );
}
