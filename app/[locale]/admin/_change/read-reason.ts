import { formText } from "@/lib/http/field-errors";
import { requestTranslations } from "@/lib/i18n/request-translations";
import type { ChangeState } from "./change-state";

/** The reason that an admin gives for a change, or what the form shows if there is none. */
export async function readReason(form: FormData): Promise<{ reason: string } | { state: ChangeState }> {
  const reason = formText(form, "reason", 200).trim();
  if (reason !== "") return { reason };
  const t = await requestTranslations("adminChanges");
  return { state: { values: { reason }, errors: { reason: t("reason.missing") } } };
}
