"use server";

import type { ChangeState } from "@/app/[locale]/admin/_change/change-state";
import { runUserChange } from "@/app/[locale]/admin/users/[id]/run-user-change";
import { changeRole } from "@/lib/admin/change-role";
import { formText } from "@/lib/http/field-errors";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { isRole } from "@/lib/users/roles";

/** Gives the user whom the form names the role that it names. */
export async function changeRoleAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const role = formText(form, "role");
  if (!isRole(role)) return { problem: (await requestTranslations("adminUser"))("role.unknown") };
  const refused = await runUserChange(form, "role", "ROLE_CHANGED", (admin, userId) => changeRole(admin, userId, role));
  return { ...refused, values: { role } };
}
