"use server";

import { redirect } from "next/navigation";
import { formText } from "@/lib/http/form-text";
import { dashboardPath } from "./dashboard-path";

/** The target page checks the session itself. */
export async function openDashboardAction(form: FormData): Promise<void> {
  redirect(dashboardPath(formText(form, "next")));
}
