import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations } from "@/lib/i18n/page-translations";

/** For a token that we did not make, that was cut off, or whose change can no longer be undone. */
export default async function DeadLink() {
  const [t, common] = await Promise.all([getTranslations("undoEmail"), getTranslations("mailedLinks")]);
  return (
    <LoginShell
      title={common("deadTitle")}
      lead={t("deadLead")}
      after={<TextLink href="/">{common("toWindow")}</TextLink>}
    >
      <p className="text-fine text-ink-muted">{t("deadAdvice")}</p>
    </LoginShell>
  );
}
