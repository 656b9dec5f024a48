"use server";

import { leaveForCode } from "@/app/account/leave-for-code";
import { requireSession } from "@/lib/auth/access-rules";

/** Asks for a fresh code, and comes back to the page, which then has the download. */
export async function proveBeforeExportAction(): Promise<void> {
  const session = await requireSession("/account/data");
  await leaveForCode(session, "export-data", "/account/data");
}
