"use server";

import type { ChangeState } from "@/app/[locale]/admin/_change/change-state";
import { runUserChange } from "@/app/[locale]/admin/users/[id]/run-user-change";
import { deleteUser } from "@/lib/admin/delete-user";
import { formText } from "@/lib/http/field-errors";

/** Deletes the user whom the form names, if it also has their username. */
export async function deleteUserAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const username = formText(form, "username", 200);
  const refused = await runUserChange(
    form,
    "delete",
    () => "/admin/users?notice=DELETED",
    (admin, userId) => deleteUser(admin, userId, username),
  );
  return { ...refused, values: { username } };
}
