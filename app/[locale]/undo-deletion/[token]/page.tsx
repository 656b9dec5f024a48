import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findAccountToKeep } from "@/lib/auth/account/keep-account";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { keepAccountAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("undoDeletion");
  return { title: t("metaTitle"), robots: { index: false } };
}

// What the page shows changes with the press of its button, so no copy of it may be kept.
export const dynamic = "force-dynamic";

type UndoDeletionPageProps = { params: Promise<{ token: string }> };

/** Opened by GET it changes nothing, however often and by whatever: scanners of mails open every link. */
export default async function UndoDeletionPage({ params }: UndoDeletionPageProps) {
  const { token } = await params;
  const account = await orUnavailable(() => findAccountToKeep(token));
  if (account === null) notFound();
  const [locale, t, common] = await Promise.all([
    getLocale(),
    getTranslations("undoDeletion"),
    getTranslations("mailedLinks"),
  ]);
  if (account.state === "KEPT") {
    const feedback = await getTranslations("feedback");
    return (
      <LoginShell
        title={t("keptTitle")}
        after={
          <TextLink href="/login" prefetch={false}>
            {common("logIn")}
          </TextLink>
        }
      >
        <FormMessage tone="success">{t(account.isDisabled ? "keptClosed" : "kept")}</FormMessage>
        <p className="text-ink-muted">{account.isDisabled ? feedback("ACCOUNT_DISABLED") : t("keptAdvice")}</p>
      </LoginShell>
    );
  }
  return (
    <LoginShell
      title={t("title")}
      lead={t("lead", { dueAt: writeTime(account.dueAt, { locale, timeZone: null }) })}
      after={
        <TextLink href="/" prefetch={false}>
          {t("leave")}
        </TextLink>
      }
    >
      <div className="grid gap-2">
        <p className="font-semibold">{common("ifPressed")}</p>
        <ul className="grid list-disc gap-1.5 ps-5">
          <li>{t("detailsStay")}</li>
          <li>{t(account.isDisabled ? "staysClosed" : "logInAgain")}</li>
          <li>{t("weTell")}</li>
        </ul>
      </div>
      <form action={keepAccountAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton block pendingLabel={t("keeping")}>
          {t("keep")}
        </SubmitButton>
      </form>
      <p className="text-fine text-ink-muted">{common("ifLeft")}</p>
    </LoginShell>
  );
}
