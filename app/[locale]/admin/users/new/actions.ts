"use server";

import { redirect } from "next/navigation";
import { type ChangeState, runChange } from "@/app/[locale]/admin/_change/run-change";
import { findOwner, readProfile } from "@/app/[locale]/admin/users/read-profile";
import { inviteUser } from "@/lib/admin/invite-user";

export async function inviteUserAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const read = await readProfile(form);
  if ("state" in read) return read.state;
  const { values, profile } = read;
  const invited = await runChange("/admin/users/new", (admin) => inviteUser(admin, profile));
  if (invited.ok) redirect(`/admin/users/${invited.value.id}?notice=INVITED`);
  const owner = invited.error === "EMAIL_TAKEN" ? await findOwner(profile.email) : {};
  return { ...invited.state, ...owner, values };
}
