import type { Metadata } from "next";
import { ChangeField } from "@/app/[locale]/admin/_change/change-form";
import { deleteUserAction } from "@/app/[locale]/admin/users/[id]/actions";
import { loadConfirmStep, UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { isolated } from "@/components/ui/rich-text";
import { getTranslations } from "@/lib/i18n/page-translations";
import { maskEmail } from "@/lib/identifier";
import { keptDays } from "@/lib/retention";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUser"))("delete.meta") };
}

export default async function DeletePage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "delete");
  const { user } = step;
  const t = await getTranslations("adminUser");
  return (
    <UserConfirmStep
      step={step}
      title={t.rich("delete.title", { username: user.username, ...isolated })}
      consequences={[
        t.rich("delete.gone", { email: user.email, ...isolated }),
        t.rich("delete.audit", { days: keptDays.auditEvent, masked: maskEmail(user.email), ...isolated }),
        t("delete.free"),
      ]}
      action={deleteUserAction}
      submit={{ label: t("delete.submit"), pendingLabel: t("delete.pending"), isDanger: true }}
    >
      <ChangeField
        name="username"
        label={t("delete.username")}
        hint={t.rich("delete.confirm", { username: user.username, ...isolated })}
        autoComplete="off"
        dir="ltr"
        autoCapitalize="none"
        spellCheck={false}
      />
    </UserConfirmStep>
  );
}
