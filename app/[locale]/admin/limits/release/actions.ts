"use server";

import { redirect } from "next/navigation";
import { type ChangeState, runChange } from "@/app/[locale]/admin/_change/run-change";
import { releaseLimit } from "@/lib/admin/limits";
import { formText } from "@/lib/http/form-text";

export async function releaseLimitAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const limit = { policy: formText(form, "policy", 100), subject: formText(form, "subject") };
  const released = await runChange("/admin/limits", (admin) => releaseLimit(admin, limit));
  if (!released.ok) return released.state;
  redirect("/admin/limits?notice=RELEASED");
}
