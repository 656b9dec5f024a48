import { redirect } from "next/navigation";
import { z } from "zod";
import type { ChangeState } from "@/app/[locale]/admin/_change/change-state";
import type { Refusal } from "@/app/[locale]/admin/_change/refusals";
import { runChange } from "@/app/[locale]/admin/_change/run-change";
import type { ActingAdmin } from "@/lib/admin/change-as-admin";
import { formText } from "@/lib/http/field-errors";
import type { Result } from "@/lib/result";
import type { UserNotice } from "./user-notices";

/**
 * Makes a change to the user whom a form names, and leads to their page, which says that it was made; or to where
 * `lead` says, which is given that page's path. Gives what the form shows if the change was not made.
 */
export async function runUserChange<Value>(
  form: FormData,
  page: string,
  lead: UserNotice | ((path: string, value: Value) => string),
  change: (admin: ActingAdmin, userId: string) => Promise<Result<Value, Refusal>>,
): Promise<ChangeState> {
  const id = formText(form, "user");
  const isId = z.uuid().safeParse(id).success;
  const path = isId ? `/admin/users/${id}` : "/admin/users";
  const changed = await runChange<Value>(`${path}${isId ? `/${page}` : ""}`, async (admin) =>
    isId ? await change(admin, id) : { ok: false, error: "USER_GONE" },
  );
  if (!changed.ok) return changed.state;
  redirect(typeof lead === "string" ? `${path}?notice=${lead}` : lead(path, changed.value));
}
