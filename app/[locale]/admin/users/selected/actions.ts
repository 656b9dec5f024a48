"use server";

import { redirect } from "next/navigation";
import { type ChangeState, readReason, runChange } from "@/app/[locale]/admin/_change/run-change";
import { findSelectedChange, readSelected } from "@/app/[locale]/admin/users/selected-changes";
import { readUserQuery, userListHref } from "@/app/[locale]/admin/users/user-query";
import type { ActingAdmin } from "@/lib/admin/change-as-admin";
import { changeEach } from "@/lib/admin/change-user";
import { disableUser, enableUser } from "@/lib/admin/disable-user";
import { endUserSessions } from "@/lib/admin/end-user-sessions";
import { formText } from "@/lib/http/form-text";
import { requestTranslations } from "@/lib/i18n/request-translations";

export async function changeSelectedAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const change = findSelectedChange(formText(form, "change"));
  if (change === null) return { problem: (await requestTranslations("adminUsers"))("selected.unknown") };
  const read = change === "sessions" ? { reason: "" } : await readReason(form);
  if ("state" in read) return read.state;
  const { reason } = read;
  const apply = {
    disable: (admin: ActingAdmin, userId: string) => disableUser(admin, userId, reason),
    enable: (admin: ActingAdmin, userId: string) => enableUser(admin, userId, reason),
    sessions: endUserSessions,
  }[change];
  const users = readSelected(form instanceof FormData ? form.getAll("user") : []);
  const done = await runChange("/admin/users", (admin) => changeEach(users, (userId) => apply(admin, userId)));
  if (!done.ok) return { ...done.state, values: { reason } };
  const list = userListHref(readUserQuery(Object.fromEntries(new URLSearchParams(formText(form, "list", 4_000)))));
  const outcome = new URLSearchParams({
    did: change,
    changed: String(done.value.changed),
    left: String(done.value.left),
    untried: String(done.value.untried),
  });
  redirect(`${list}${list.includes("?") ? "&" : "?"}${outcome}`);
}
