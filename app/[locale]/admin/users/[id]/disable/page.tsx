import type { Metadata } from "next";
import { ReasonField } from "@/app/[locale]/admin/_change/confirm-step";
import { disableUserAction } from "@/app/[locale]/admin/users/[id]/actions";
import { loadConfirmStep, UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { isolated } from "@/components/ui/rich-text";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUser"))("disable.meta") };
}

export default async function DisablePage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "disable");
  const { user } = step;
  const t = await getTranslations("adminUser");
  return (
    <UserConfirmStep
      step={step}
      title={t.rich("disable.title", { username: user.username, ...isolated })}
      consequences={[
        t.rich("disable.loggedOut", { email: user.email, ...isolated }),
        t("disable.shut"),
        t("disable.rest"),
      ]}
      action={disableUserAction}
      submit={{ label: t("disable.submit"), pendingLabel: t("disable.pending"), isDanger: true }}
    >
      <ReasonField shownIn="userAndAudit" />
    </UserConfirmStep>
  );
}
