import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findEmailChange } from "@/lib/auth/profile/undo-email-change";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { undoEmailAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("undoEmail");
  return { title: t("metaTitle"), robots: { index: false } };
}

// What the page shows changes with the press of its button, so no copy of it may be kept.
export const dynamic = "force-dynamic";

type UndoEmailPageProps = { params: Promise<{ token: string }> };

/** Opened by GET it changes nothing, however often and by whatever: scanners of mails open every link. */
export default async function UndoEmailPage({ params }: UndoEmailPageProps) {
  const { token } = await params;
  const change = await orUnavailable(() => findEmailChange(token));
  if (change === null) notFound();
  const [locale, t, common] = await Promise.all([
    getLocale(),
    getTranslations("undoEmail"),
    getTranslations("mailedLinks"),
  ]);
  if (change.state === "UNDONE") {
    return (
      <LoginShell
        title={t("undoneTitle")}
        after={
          <TextLink href="/login" prefetch={false}>
            {common("logIn")}
          </TextLink>
        }
      >
        <FormMessage tone="success">{t("undone")}</FormMessage>
        <p className="text-ink-muted">{t("undoneAdvice")}</p>
      </LoginShell>
    );
  }
  const clock = { locale, timeZone: null };
  return (
    <LoginShell
      title={t("title")}
      lead={t("lead", { at: writeTime(change.at, clock), until: writeTime(change.until, clock) })}
      after={
        <TextLink href="/" prefetch={false}>
          {common("leave")}
        </TextLink>
      }
    >
      <div className="grid gap-2">
        <p className="font-semibold">{common("ifPressed")}</p>
        <ul className="grid list-disc gap-1.5 ps-5">
          <li>{t("addressReturns")}</li>
          <li>{t("everybodyOut")}</li>
          <li>{t("passkeysGo")}</li>
          <li>{t("codesVoid")}</li>
          <li>{t("deletionStops")}</li>
          <li>{t("weTell")}</li>
        </ul>
      </div>
      <form action={undoEmailAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton block variant="danger" pendingLabel={t("undoing")}>
          {t("undo")}
        </SubmitButton>
      </form>
      <p className="text-fine text-ink-muted">{common("ifLeft")}</p>
    </LoginShell>
  );
}
