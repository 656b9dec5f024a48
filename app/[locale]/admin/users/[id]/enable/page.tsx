import type { Metadata } from "next";
import { ReasonField } from "@/app/[locale]/admin/_change/confirm-step";
import { enableUserAction } from "@/app/[locale]/admin/users/[id]/actions";
import { loadConfirmStep, UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { isolated } from "@/components/ui/rich-text";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUser"))("enable.meta") };
}

export default async function EnablePage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "enable");
  const { user } = step;
  const t = await getTranslations("adminUser");
  return (
    <UserConfirmStep
      step={step}
      title={t.rich("enable.title", { username: user.username, ...isolated })}
      consequences={[
        t.rich("enable.access", { email: user.email, ...isolated }),
        t("enable.sessions"),
        user.disabledReason
          ? t.rich("enable.reason", { reason: user.disabledReason, ...isolated })
          : t("enable.noReason"),
      ]}
      action={enableUserAction}
      submit={{ label: t("enable.submit"), pendingLabel: t("enable.pending") }}
    >
      <ReasonField shownIn="audit" />
    </UserConfirmStep>
  );
}
