"use server";

import { redirect } from "next/navigation";
import { leaveForCode, memberAction } from "@/app/[locale]/account/member-action";
import { hasReauthenticated } from "@/lib/step-up/re-authentication";

const path = "/account/data";

/** Shows the download after re-authentication, else asks for a code. */
export async function reauthenticateForExportAction(): Promise<void> {
  await memberAction({ back: path }, async (session) => {
    if (await hasReauthenticated(session.id, "export-data")) redirect(path);
    await leaveForCode(session, "export-data", path);
  });
}
