"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { type ChangeState, type Refusal, readReason, runChange } from "@/app/[locale]/admin/_change/run-change";
import { findOwner, readProfile } from "@/app/[locale]/admin/users/read-profile";
import type { ActingAdmin } from "@/lib/admin/change-as-admin";
import { changeRole } from "@/lib/admin/change-role";
import { deleteUser } from "@/lib/admin/delete-user";
import { disableUser, enableUser } from "@/lib/admin/disable-user";
import { type Edited, editUser } from "@/lib/admin/edit-user";
import { endUserSession, endUserSessions } from "@/lib/admin/end-user-sessions";
import { inviteAgain } from "@/lib/admin/invite-user";
import { beginRecovery, completeRecovery, stopRecoveryAsAdmin } from "@/lib/admin/recover-account";
import { type PasskeysReset, resetPasskeys } from "@/lib/admin/reset-passkeys";
import { describeFieldError } from "@/lib/http/field-errors";
import { formText } from "@/lib/http/form-text";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { fail, type Result } from "@/lib/result";
import { loginSchema } from "@/lib/users/login-schema";
import { isRole } from "@/lib/users/roles";
import type { UserNotice } from "./user-confirm-step";

export async function editUserAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const read = await readProfile(form);
  if ("state" in read) return read.state;
  const { values, profile } = read;
  const refused = await runUserChange(
    form,
    "edit",
    (path, edited: Edited) => `${path}?notice=${editNotices[edited.told]}`,
    (admin, userId) => editUser(admin, userId, profile),
  );
  const owner = refused.refusal === "EMAIL_TAKEN" ? await findOwner(profile.email) : {};
  return { ...refused, ...owner, values };
}

const editNotices = {
  NOBODY: "EDITED",
  USER: "EDITED_AND_USER_TOLD",
  BOTH_ADDRESSES: "EDITED_AND_TOLD",
} as const satisfies Record<Edited["told"], UserNotice>;

export async function changeRoleAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const role = formText(form, "role");
  if (!isRole(role)) return { problem: (await requestTranslations("adminUser"))("role.unknown") };
  const refused = await runUserChange(form, "role", "ROLE_CHANGED", (admin, userId) => changeRole(admin, userId, role));
  return { ...refused, values: { role } };
}

/** One session, or all. */
export async function endSessionsAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const session = formText(form, "session");
  const refused =
    session === "all"
      ? await runUserChange(form, "sessions", "SESSIONS_ENDED", endUserSessions)
      : await runUserChange(form, "sessions", "SESSION_ENDED", async (admin, userId) =>
          z.uuid().safeParse(session).success ? await endUserSession(admin, userId, session) : fail("SESSION_GONE"),
        );
  return { ...refused, values: { session } };
}

export async function resetPasskeysAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await runUserChange(
    form,
    "passkeys",
    (path, { count }: PasskeysReset) => `${path}?notice=${count > 0 ? "PASSKEYS_RESET_AND_TOLD" : "PASSKEYS_RESET"}`,
    resetPasskeys,
  );
}

export async function beginRecoveryAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const email = formText(form, "email");
  const parsed = loginSchema.safeParse({ email });
  const given = await readReason(form);
  const values = { email, reason: "reason" in given ? given.reason : "" };
  if (!parsed.success || "state" in given) {
    const errors = { email: await describeFieldError(parsed.error), ...("state" in given ? given.state.errors : {}) };
    return { values, errors };
  }
  const refused = await runUserChange(form, "recover", "RECOVERY_BEGUN", (admin, userId) =>
    beginRecovery(admin, userId, { newEmail: parsed.data.email, reason: given.reason }),
  );
  return { ...refused, values };
}

export async function completeRecoveryAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await runUserChange(form, "recover", "RECOVERY_COMPLETED", completeRecovery);
}

export async function stopRecoveryAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await runUserChange(form, "stop-recovery", "RECOVERY_STOPPED", stopRecoveryAsAdmin);
}

export async function disableUserAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const read = await readReason(form);
  if ("state" in read) return read.state;
  const { reason } = read;
  const refused = await runUserChange(form, "disable", "DISABLED", (admin, userId) =>
    disableUser(admin, userId, reason),
  );
  return { ...refused, values: { reason } };
}

export async function enableUserAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const read = await readReason(form);
  if ("state" in read) return read.state;
  const { reason } = read;
  const refused = await runUserChange(form, "enable", "ENABLED", (admin, userId) => enableUser(admin, userId, reason));
  return { ...refused, values: { reason } };
}

export async function inviteAgainAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await runUserChange(form, "invite", "INVITED_AGAIN", inviteAgain);
}

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

/** Runs a change and leads to the user's page or `lead`; gives the form's state on failure. */
async function runUserChange<Value>(
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
