import type { Metadata } from "next";
import { ConfirmStep } from "@/app/[locale]/admin/_change/confirm-step";
import { ProfileFields } from "@/app/[locale]/admin/users/profile-fields";
import { readAdminEligibility } from "@/lib/admin/change-as-admin";
import { orUnavailable, requireAdmin } from "@/lib/auth/access/access-rules";
import { getTranslations } from "@/lib/i18n/page-translations";
import { inviteUserAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUsers"))("new.title") };
}

export default async function NewUserPage() {
  const session = await requireAdmin("/admin/users/new");
  const eligibility = await orUnavailable(() => readAdminEligibility({ id: session.user.id, sessionId: session.id }));
  const t = await getTranslations("adminUsers");
  return (
    <ConfirmStep
      place="/admin/users"
      title={t("new.title")}
      consequences={[t("new.account"), t("new.mail"), t("new.refused")]}
      eligibility={eligibility}
      action={inviteUserAction}
      submit={{ label: t("new.submit"), pendingLabel: t("new.pending") }}
      cancelHref="/admin/users"
    >
      <ProfileFields />
    </ConfirmStep>
  );
}
