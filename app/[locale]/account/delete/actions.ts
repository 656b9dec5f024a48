"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { leaveForCode, memberAction } from "@/app/[locale]/account/member-action";
import { askForDeletion } from "@/lib/auth/account/ask-for-deletion";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { forgetThisBrowser } from "@/lib/auth/session/end-sessions";

const path = "/account/delete";

/** Starts the pending deletion after re-authentication, else asks for a code where one is enough. */
export async function deleteAccountAction(): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const asked = await askForDeletion(session, visitor);
    if (asked.ok) {
      after(sendDueMails);
      await forgetThisBrowser();
      redirect("/login?notice=DELETION_ASKED");
    }
    // The page says why.
    if (asked.error === "LAST_ADMIN") redirect(path);
    if (asked.error === "PASSKEY_STEP_UP_NEEDED") redirect(`${path}?notice=PASSKEY_STEP_UP_NEEDED`);
    await leaveForCode(session, "delete-account", path);
  });
}
