import type { Metadata } from "next";
import { editUserAction } from "@/app/[locale]/admin/users/[id]/actions";
import { loadConfirmStep, UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { ProfileFields } from "@/app/[locale]/admin/users/profile-fields";
import { isolated } from "@/components/ui/rich-text";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUser"))("edit.meta") };
}

export default async function EditPage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "edit");
  const { user } = step;
  const t = await getTranslations("adminUser");
  return (
    <UserConfirmStep
      step={step}
      title={t.rich("edit.title", { username: user.username, ...isolated })}
      consequences={[
        t("edit.email"),
        t("edit.mails"),
        ...(user.role === "ADMIN" ? [t("edit.adminWithoutPasskey")] : []),
        t("edit.phone"),
        t("edit.audit"),
      ]}
      action={editUserAction}
      submit={{ label: t("edit.submit"), pendingLabel: t("edit.pending") }}
    >
      <ProfileFields profile={user} />
    </UserConfirmStep>
  );
}
