"use server";

import { redirect } from "next/navigation";
import { leaveForCode, memberAction } from "@/app/[locale]/account/member-action";
import { endAllSessions, endOtherSessions, endOwnSession, forgetThisBrowser } from "@/lib/auth/session/end-sessions";
import { formText } from "@/lib/http/form-text";

const path = "/account/sessions";

/** Ends another session after re-authentication, else asks for a code. */
export async function endSessionAction(form: FormData): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const ended = await endOwnSession(session, formText(form, "session"), visitor);
    if (ended.ok) redirect(`${path}?notice=${ended.value.isEnded ? "SESSION_ENDED" : "SESSION_GONE"}`);
    await leaveForCode(session, "end-sessions", path);
  });
}

export async function endOtherSessionsAction(): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const ended = await endOtherSessions(session, visitor);
    if (ended.ok) redirect(`${path}?notice=OTHER_SESSIONS_ENDED`);
    await leaveForCode(session, "end-sessions", path);
  });
}

export async function logOutEverywhereAction(): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const ended = await endAllSessions(session, visitor);
    if (ended.ok) {
      await forgetThisBrowser();
      redirect("/login?notice=LOGGED_OUT_EVERYWHERE");
    }
    await leaveForCode(session, "end-sessions", path);
  });
}
