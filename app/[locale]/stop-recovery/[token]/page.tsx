import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findRecoveryToStop } from "@/lib/auth/account/stop-recovery";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { stopRecoveryByLinkAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stopRecovery");
  return { title: t("metaTitle"), robots: { index: false } };
}

// What the page shows changes with the press of its button, so no copy of it may be kept.
export const dynamic = "force-dynamic";

/** Opened by GET it changes nothing, however often and by whatever: scanners of mails open every link. */
export default async function StopRecoveryPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const recovery = await orUnavailable(() => findRecoveryToStop(token));
  if (recovery === null) notFound();
  const [locale, t, common] = await Promise.all([
    getLocale(),
    getTranslations("stopRecovery"),
    getTranslations("mailedLinks"),
  ]);
  if (recovery.state === "STOPPED") {
    return (
      <LoginShell
        title={t("stoppedTitle")}
        after={
          <TextLink href="/login" prefetch={false}>
            {common("logIn")}
          </TextLink>
        }
      >
        <FormMessage tone="success">{t("stopped")}</FormMessage>
      </LoginShell>
    );
  }
  return (
    <LoginShell
      title={t("title")}
      lead={t("lead", { dueAt: writeTime(recovery.dueAt, { locale, timeZone: null }) })}
      after={
        <TextLink href="/" prefetch={false}>
          {common("leave")}
        </TextLink>
      }
    >
      <div className="grid gap-2">
        <p className="font-semibold">{common("ifPressed")}</p>
        <ul className="grid list-disc gap-1.5 ps-5">
          <li>{t("addressStays")}</li>
          <li>{t("shopSees")}</li>
        </ul>
      </div>
      <form action={stopRecoveryByLinkAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton block pendingLabel={t("stopping")}>
          {t("stop")}
        </SubmitButton>
      </form>
      <p className="text-fine text-ink-muted">{common("ifLeft")}</p>
    </LoginShell>
  );
}
