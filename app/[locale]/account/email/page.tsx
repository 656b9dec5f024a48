import type { Metadata } from "next";
import { ContactChangePage } from "@/app/[locale]/account/contact-change-page";
import { askForEmailAction, reauthenticateForEmailAction } from "@/app/[locale]/account/profile-actions";
import { Card } from "@/components/ui/card";
import { isolated } from "@/components/ui/rich-text";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { findWaitingMove } from "@/lib/auth/account/complete-email-change";
import { findWantedAddress } from "@/lib/auth/profile/change-email";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("email.title"), robots: { index: false } };
}

const path = "/account/email";

type EmailPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EmailPage({ searchParams }: EmailPageProps) {
  const session = await requireSession(path);
  const [wanted, waitingFor] = await orUnavailable(() =>
    Promise.all([findWantedAddress(session, "CHANGE_EMAIL"), findWaitingMove(session.user.id)]),
  );
  const [t, feedback] = await Promise.all([getTranslations("profile"), getTranslations("feedback")]);
  return (
    <ContactChangePage
      session={session}
      change="change-email"
      path={path}
      query={await searchParams}
      title={t("email.title")}
      lead={t.rich("email.lead", { email: session.user.email, ...isolated })}
      steps={[t("email.steps.confirm"), t("email.steps.undo"), t("email.steps.old")]}
      start={{ action: reauthenticateForEmailAction, label: t("email.start") }}
      reauthenticated={feedback("EMAIL_CONFIRMED")}
      form={{
        action: askForEmailAction,
        field: {
          name: "email",
          label: t("email.label"),
          hint: t("email.hint"),
          type: "email",
          inputMode: "email",
          autoComplete: "email",
          defaultValue: wanted ?? undefined,
        },
        submit: { label: t("sendCode"), pendingLabel: t("sending") },
      }}
    >
      {waitingFor ? <Card>{t.rich("email.waiting", { email: waitingFor, ...isolated })}</Card> : null}
    </ContactChangePage>
  );
}
