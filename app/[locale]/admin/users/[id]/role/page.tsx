import type { Metadata } from "next";
import { ChangeChoice } from "@/app/[locale]/admin/_change/change-form";
import { roleName } from "@/app/[locale]/admin/user-words";
import { changeRoleAction } from "@/app/[locale]/admin/users/[id]/actions";
import { loadConfirmStep, UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { isolated } from "@/components/ui/rich-text";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { roles } from "@/lib/users/roles";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUser"))("role.meta") };
}

export default async function RolePage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "role");
  const locale = await getLocale();
  const { user } = step;
  const t = await getTranslations("adminUser");
  return (
    <UserConfirmStep
      step={step}
      title={t.rich("role.title", { username: user.username, ...isolated })}
      consequences={[t.rich(`role.now.${user.role}`, { username: user.username, ...isolated }), t("role.loggedOut")]}
      action={changeRoleAction}
      submit={{ label: t("role.submit"), pendingLabel: t("role.pending") }}
    >
      <ChangeChoice
        name="role"
        legend={t("role.legend")}
        chosen={user.role}
        choices={roles.map((role) => ({
          value: role,
          label: (
            <>
              {roleName(role, locale)} <span className="block text-ink-muted">{t(`role.rights.${role}`)}</span>
            </>
          ),
        }))}
      />
    </UserConfirmStep>
  );
}
