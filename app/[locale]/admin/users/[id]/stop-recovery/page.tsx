import type { Metadata } from "next";
import { stopRecoveryAction } from "@/app/[locale]/admin/users/[id]/actions";
import { loadConfirmStep, UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { isolated } from "@/components/ui/rich-text";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUser"))("stopRecovery.meta") };
}

export default async function StopRecoveryPage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "stop-recovery");
  const t = await getTranslations("adminUser");
  return (
    <UserConfirmStep
      step={step}
      title={t.rich("stopRecovery.title", { username: step.user.username, ...isolated })}
      consequences={[t("stopRecovery.kept"), t("stopRecovery.told")]}
      action={stopRecoveryAction}
      submit={{ label: t("stopRecovery.submit"), pendingLabel: t("stopRecovery.pending") }}
    />
  );
}
