import type { Metadata } from "next";
import { inviteAgainAction } from "@/app/[locale]/admin/users/[id]/actions";
import { loadConfirmStep, UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { isolated } from "@/components/ui/rich-text";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUser"))("invite.meta") };
}

export default async function InvitePage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "invite");
  const { user } = step;
  const t = await getTranslations("adminUser");
  return (
    <UserConfirmStep
      step={step}
      title={t.rich("invite.title", { username: user.username, ...isolated })}
      consequences={[t.rich("invite.mail", { email: user.email, ...isolated }), t("invite.limit")]}
      action={inviteAgainAction}
      submit={{ label: t("invite.submit"), pendingLabel: t("invite.pending") }}
    />
  );
}
