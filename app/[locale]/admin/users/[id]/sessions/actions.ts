"use server";

import { z } from "zod";
import type { ChangeState } from "@/app/[locale]/admin/_change/change-state";
import { runUserChange } from "@/app/[locale]/admin/users/[id]/run-user-change";
import { endUserSession, endUserSessions } from "@/lib/admin/end-user-sessions";
import { formText } from "@/lib/http/field-errors";
import { fail } from "@/lib/result";

/** Ends one session of the user whom the form names, or all of them. */
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
