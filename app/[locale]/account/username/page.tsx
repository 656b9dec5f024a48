import type { Metadata } from "next";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { ChangeForm } from "@/app/[locale]/account/change-form";
import { changeUsernameAction } from "@/app/[locale]/account/profile-actions";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { findNextRename } from "@/lib/auth/profile/change-username";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("username.title"), robots: { index: false } };
}

export default async function UsernamePage() {
  const session = await requireSession("/account/username");
  const closedUntil = await orUnavailable(() => findNextRename(session.user.id));
  const [t, fields, feedback, locale] = await Promise.all([
    getTranslations("profile"),
    getTranslations("fields"),
    getTranslations("feedback"),
    getLocale(),
  ]);
  return (
    <PageShell>
      <AccountNav current="/account" />
      <PageHeading title={t("username.title")} lead={t("username.lead")} />
      <div className="grid max-w-reading gap-6">
        <Card>
          {closedUntil === null ? (
            <ChangeForm
              action={changeUsernameAction}
              field={{
                name: "username",
                label: fields("username.label"),
                hint: fields("username.hint"),
                autoComplete: "nickname",
                defaultValue: session.user.username,
              }}
              submit={{ label: t("save"), pendingLabel: t("saving") }}
            />
          ) : (
            <Alert
              tone="info"
              title={t("username.closedUntil", {
                at: writeTime(closedUntil, { locale, timeZone: session.user.timeZone }),
              })}
            >
              {feedback("USERNAME_CHANGES_SPENT")}
            </Alert>
          )}
        </Card>
      </div>
    </PageShell>
  );
}
