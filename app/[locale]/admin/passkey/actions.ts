"use server";

import { redirect } from "next/navigation";
import { formText } from "@/lib/http/field-errors";
import { dashboardPath } from "./dashboard-path";

/** Leads to the page that was asked for. It checks the session itself, and leads back here without a passkey. */
export async function openDashboardAction(form: FormData): Promise<void> {
  redirect(dashboardPath(formText(form, "next")));
}
