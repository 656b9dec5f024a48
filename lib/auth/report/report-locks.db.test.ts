import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { endAccess } from "@/lib/users/end-access";
import { lockPasskeys } from "@/lib/users/locks";
import { givePasskey } from "@/test/admin-parts";
import { beginLogin, createUser, logIn, visitor } from "@/test/login-parts";
import { openTestSession } from "@/test/passkey-parts";
import { reportNotMe } from "./report-not-me";

// Only a native PostgreSQL can fail: the embedded one runs one transaction at a time.
describe("a report that is pressed while all access to the account is ended", () => {
  it.each([
    ["a code request", async (email: string) => makeReportToken("challenge", (await beginLogin(email)).challengeId)],
    ["a browser", async (email: string) => makeReportToken("browser", (await logIn(email)).browserId)],
    [
      "a session",
      async (email: string) => {
        const user = await db().user.findUniqueOrThrow({ where: { email }, select: { id: true } });
        return makeReportToken("session", (await openTestSession(user.id)).id);
      },
    ],
  ])("about %s takes its locks in the same order, so that there is no deadlock", async (_, tokenFor) => {
    const user = await createUser();
    await givePasskey(user.id);
    const token = await tokenFor(user.email);
    const ending = db().$transaction(async (transaction) => {
      await lockPasskeys(transaction, user.id);
      await transaction.$executeRaw`SELECT pg_sleep(0.5)`;
      await endAccess(transaction, user);
    });
    expect(await Promise.all([ending, reportNotMe(token, visitor)])).toEqual([undefined, true]);
    expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
  });
});
