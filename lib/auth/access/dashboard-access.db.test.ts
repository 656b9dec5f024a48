import { describe, expect, it } from "vitest";
import { finishPasskeyStepUp } from "@/lib/auth/step-up/finish-step-up";
import { startPasskeyStepUp } from "@/lib/auth/step-up/start-step-up";
import { db } from "@/lib/db/client";
import { newAdmin } from "@/test/admin-parts";
import { createUser, logIn, visitor } from "@/test/login-parts";
import { memberWithPasskey, openTestSession } from "@/test/passkey-parts";
import { readDashboardAccess } from "./access-rules";

/** A member of staff with a passkey, logged in by a code from their mailbox. */
async function staffInByMail() {
  const staff = await memberWithPasskey();
  await db().user.update({ where: { id: staff.user.id }, data: { role: "STAFF" } });
  return { ...staff, session: await openTestSession(staff.user.id) };
}

describe("a session of staff", () => {
  it.each(["EMAIL_CODE", "PHONE_CODE", "RECOVERY_CODE"] as const)(
    "opened by %s gets no dashboard before confirmation with a passkey (R22)",
    async (method) => {
      const { session, browser, passkey } = await staffInByMail();
      await db().session.update({ where: { id: session.id }, data: { method } });
      expect(await readDashboardAccess(session.id)).toBe("CONFIRM_PASSKEY");

      const options = await startPasskeyStepUp(session, "open-dashboard", browser.challengeKey);
      const answer = passkey.sign(options);
      const proven = await finishPasskeyStepUp(answer, "open-dashboard", session, browser.challengeKey, visitor);
      expect(proven).toMatchObject({ ok: true });
      expect(await readDashboardAccess(session.id)).toBe("OPEN");
      const other = await openTestSession(session.user.id);
      expect(await readDashboardAccess(other.id)).toBe("CONFIRM_PASSKEY");
    },
  );

  it("opened by a passkey gets the dashboard until that passkey is removed", async () => {
    const admin = await newAdmin();
    await db().session.update({ where: { id: admin.sessionId }, data: { method: "PASSKEY" } });
    expect(await readDashboardAccess(admin.sessionId)).toBe("OPEN");
    await db().authenticator.updateMany({ where: { userId: admin.id }, data: { cloneSuspectedAt: new Date() } });
    expect(await readDashboardAccess(admin.sessionId)).toBe("PASSKEYS_LOST");
    await db().authenticator.deleteMany({ where: { userId: admin.id } });
    expect(await readDashboardAccess(admin.sessionId)).toBe("PASSKEYS_LOST");
  });

  it("without a passkey is asked to add the first one", async () => {
    const admin = await newAdmin({ hasPasskey: false });
    expect(await readDashboardAccess(admin.sessionId)).toBe("ADD_PASSKEY");
  });

  it("has the same rules at once when a shopper is promoted", async () => {
    const login = await logIn((await createUser()).email);
    await db().user.update({ where: { id: login.userId }, data: { role: "STAFF" } });
    const session = await db().session.findUniqueOrThrow({ where: { sessionToken: login.sid } });
    expect(await readDashboardAccess(session.id)).toBe("ADD_PASSKEY");
  });

  it("sees nothing after it ended", async () => {
    expect(await readDashboardAccess(crypto.randomUUID())).toBe("CONFIRM_PASSKEY");
  });
});
