import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { undoEmailAction } from "@/app/[locale]/(mailed-link)/actions";
import { ConfirmPage, DonePage, IfLeft, mailedLinkMetadata } from "@/app/[locale]/(mailed-link)/mailed-link-pages";
import { FormMessage } from "@/components/form/form-message";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findEmailChange } from "@/lib/auth/profile/undo-email-change";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

export function generateMetadata(): Promise<Metadata> {
  return mailedLinkMetadata("undoEmail");
}

// Changes when its button is pressed.
export const dynamic = "force-dynamic";

type UndoEmailPageProps = { params: Promise<{ token: string }> };

export default async function UndoEmailPage({ params }: UndoEmailPageProps) {
  const { token } = await params;
  const change = await orUnavailable(() => findEmailChange(token));
  if (change === null) notFound();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("undoEmail")]);
  if (change.state === "UNDONE") {
    return (
      <DonePage title={t("undoneTitle")}>
        <FormMessage tone="success">{t("undone")}</FormMessage>
        <p className="text-ink-muted">{t("undoneAdvice")}</p>
      </DonePage>
    );
  }
  const clock = { locale, timeZone: null };
  return (
    <ConfirmPage
      title={t("title")}
      lead={t("lead", { at: writeTime(change.at, clock), until: writeTime(change.until, clock) })}
      consequences={[
        t("addressReturns"),
        t("everybodyOut"),
        t("passkeysGo"),
        t("codesVoid"),
        t("deletionStops"),
        t("weTell"),
      ]}
      action={undoEmailAction}
      token={token}
      submit={{ label: t("undo"), pendingLabel: t("undoing"), isDanger: true }}
      note={<IfLeft />}
    />
  );
}
