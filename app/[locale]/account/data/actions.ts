"use server";

import { redirect } from "next/navigation";
import { leaveForCode } from "@/app/[locale]/account/leave-for-code";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { hasFreshProof } from "@/lib/step-up/re-authentication";

const path = "/account/data";

/** Comes back to the page, which has the download once this session has proven itself for that; else asks for a code. */
export async function proveBeforeExportAction(): Promise<void> {
  const session = await requireSession(path);
  if (await orUnavailable(() => hasFreshProof(session.id, "export-data"))) redirect(path);
  await leaveForCode(session, "export-data", path);
}
