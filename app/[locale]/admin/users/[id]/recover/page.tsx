import type { Metadata } from "next";
import { ChangeField } from "@/app/[locale]/admin/_change/change-form";
import { ReasonField } from "@/app/[locale]/admin/_change/confirm-step";
import { staffTime } from "@/app/[locale]/admin/user-words";
import { beginRecoveryAction, completeRecoveryAction } from "@/app/[locale]/admin/users/[id]/actions";
import { loadConfirmStep, UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { isolated } from "@/components/ui/rich-text";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { recoveryDue, recoveryWaitHours } from "@/lib/retention";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUser"))("recover.meta") };
}

export default async function RecoverPage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "recover");
  const { user } = step;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminUser")]);
  const adminNote = user.role === "ADMIN" ? [t("recover.admin")] : [];
  if (user.recovery === null) {
    return (
      <UserConfirmStep
        step={step}
        title={t.rich("recover.title", { username: user.username, ...isolated })}
        consequences={[
          t("recover.forWhom"),
          t("recover.wait", { hours: recoveryWaitHours }),
          t("recover.stops"),
          t("recover.completed"),
          ...adminNote,
        ]}
        action={beginRecoveryAction}
        submit={{ label: t("recover.submit"), pendingLabel: t("recover.pending") }}
      >
        <ChangeField name="email" label={t("recover.email")} type="email" dir="ltr" autoComplete="off" required />
        <ReasonField shownIn="userAndAudit" />
      </UserConfirmStep>
    );
  }
  const { newEmail, startedAt, toldAt, reason } = user.recovery;
  const due = toldAt && recoveryDue(toldAt);
  return (
    <UserConfirmStep
      step={step}
      title={t.rich("completeRecovery.title", { username: user.username, email: newEmail, ...isolated })}
      consequences={[
        t.rich("completeRecovery.begun", { at: staffTime(startedAt, locale), reason, ...isolated }),
        due === null
          ? t("completeRecovery.notTold", { hours: recoveryWaitHours })
          : due > new Date()
            ? t("completeRecovery.waiting", { at: staffTime(due, locale) })
            : t("completeRecovery.over"),
        t("completeRecovery.loggedOut"),
        t("completeRecovery.login"),
        t("completeRecovery.mails"),
        ...adminNote,
      ]}
      action={completeRecoveryAction}
      submit={{ label: t("completeRecovery.submit"), pendingLabel: t("completeRecovery.pending"), isDanger: true }}
    />
  );
}
