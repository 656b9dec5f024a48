import { getTranslations } from "@/lib/i18n/page-translations";
import { ChangeField } from "./change-field";

/** Where an admin says why; `shownIn` are the places that show it. */
export async function ReasonField({ shownIn }: { shownIn: "userAndAudit" | "audit" | "sameInAudit" }) {
  const t = await getTranslations("adminChanges");
  return (
    <ChangeField
      name="reason"
      label={t("reason.label")}
      hint={t(`reason.hints.${shownIn}`)}
      autoComplete="off"
      maxLength={200}
      required
    />
  );
}
