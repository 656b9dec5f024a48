import type { AdminRefusal } from "@/lib/admin/change-as-admin";
import type { TargetRefusal } from "@/lib/admin/change-user";
import type { EditRefusal } from "@/lib/admin/edit-user";
import type { InviteAgainRefusal } from "@/lib/admin/invite-again";
import type { InviteRefusal } from "@/lib/admin/invite-user";
import type { RecoveryRefusal } from "@/lib/admin/recover-account";
import { requestTranslations } from "@/lib/i18n/request-translations";

export type Refusal =
  | AdminRefusal
  | TargetRefusal
  | EditRefusal
  | InviteRefusal
  | InviteAgainRefusal
  | "USERNAME_MISTYPED"
  | "DISABLED_ALREADY"
  | "ENABLED_ALREADY"
  | "ROLE_UNCHANGED"
  | "SESSION_GONE"
  | "LIMIT_OPEN"
  | "LIMIT_ON_ADMINS"
  | RecoveryRefusal;

/** Why a change was not made, in the language of the request. */
export async function tellRefusal(refusal: Refusal): Promise<string> {
  // Said to customers in the same words.
  if (refusal === "USERNAME_TAKEN" || refusal === "PHONE_TAKEN")
    return (await requestTranslations("feedback"))(refusal);
  return (await requestTranslations("adminChanges"))(`refusals.${refusal}`);
}

/** Refusals that are about one field of their form. They stand there, and nowhere else. */
export const refusedFields: Partial<Record<Refusal, string>> = {
  USERNAME_TAKEN: "username",
  EMAIL_TAKEN: "email",
  PHONE_TAKEN: "phone",
  USERNAME_MISTYPED: "username",
};
