import type { Metadata } from "next";
import { resetPasskeysAction } from "@/app/[locale]/admin/users/[id]/actions";
import { loadConfirmStep, UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { isolated } from "@/components/ui/rich-text";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUser"))("resetPasskeys.meta") };
}

export default async function ResetPasskeysPage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "passkeys");
  const { user } = step;
  const t = await getTranslations("adminUser");
  const count = user.passkeys.length;
  return (
    <UserConfirmStep
      step={step}
      title={t.rich("resetPasskeys.title", { username: user.username, ...isolated })}
      consequences={[
        count === 0 ? t("resetPasskeys.none") : t("resetPasskeys.removed", { count }),
        t.rich("resetPasskeys.loggedOut", { email: user.email, ...isolated }),
        ...(count === 0 ? [] : [t("resetPasskeys.mail")]),
        user.role === "ADMIN" ? t("resetPasskeys.admin") : t("resetPasskeys.newOnes"),
      ]}
      action={resetPasskeysAction}
      submit={{ label: t("resetPasskeys.submit"), pendingLabel: t("resetPasskeys.pending"), isDanger: true }}
    />
  );
}
