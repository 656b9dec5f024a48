import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { keepAccountAction } from "@/app/[locale]/(mailed-link)/actions";
import { ConfirmPage, DonePage, IfLeft, mailedLinkMetadata } from "@/app/[locale]/(mailed-link)/mailed-link-pages";
import { FormMessage } from "@/components/form/form-message";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findAccountToKeep } from "@/lib/auth/account/keep-account";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

export function generateMetadata(): Promise<Metadata> {
  return mailedLinkMetadata("undoDeletion");
}

// Changes when its button is pressed.
export const dynamic = "force-dynamic";

type UndoDeletionPageProps = { params: Promise<{ token: string }> };

export default async function UndoDeletionPage({ params }: UndoDeletionPageProps) {
  const { token } = await params;
  const account = await orUnavailable(() => findAccountToKeep(token));
  if (account === null) notFound();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("undoDeletion")]);
  if (account.state === "KEPT") {
    const feedback = await getTranslations("feedback");
    return (
      <DonePage title={t("keptTitle")}>
        <FormMessage tone="success">{t(account.isDisabled ? "keptClosed" : "kept")}</FormMessage>
        <p className="text-ink-muted">{account.isDisabled ? feedback("ACCOUNT_DISABLED") : t("keptAdvice")}</p>
      </DonePage>
    );
  }
  return (
    <ConfirmPage
      title={t("title")}
      lead={t("lead", { dueAt: writeTime(account.dueAt, { locale, timeZone: null }) })}
      consequences={[t("detailsStay"), t(account.isDisabled ? "staysClosed" : "logInAgain"), t("weTell")]}
      action={keepAccountAction}
      token={token}
      submit={{ label: t("keep"), pendingLabel: t("keeping") }}
      leave={t("leave")}
      note={<IfLeft />}
    />
  );
}
