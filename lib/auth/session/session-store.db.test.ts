import { describe, expect, it } from "vitest";
import { completeLogin } from "@/lib/auth/login/complete-login";
import { db } from "@/lib/db/client";
import { beginLogin, createUser, inbox, visitor } from "@/test/login-parts";
import { whileOpen } from "@/test/while-open";
import { refreshToken } from "./refresh-token";
import { endSession, findLiveSession } from "./session-store";

const dayMs = 24 * 60 * 60_000;

async function logInNew() {
  const user = await createUser();
  const { challengeId, browser } = await beginLogin(user.email);
  const code = await inbox.latestCode(user.email);
  const finished = await completeLogin({ challengeId, code }, browser, visitor);
  if (!finished.ok) throw new Error(finished.error);
  return { user, sid: finished.value.sid };
}

describe("a session", () => {
  it("returns its user", async () => {
    const { user, sid } = await logInNew();
    expect(await findLiveSession(sid)).toMatchObject({ user: { id: user.id, username: user.username } });
  });

  it("is invalid at once when it was ended, and the audit trail records it", async () => {
    const { user, sid } = await logInNew();
    await endSession(sid, visitor);
    expect(await findLiveSession(sid)).toBeNull();
    expect(await db().auditEvent.count({ where: { name: "logout", subjectId: user.id } })).toBe(1);
  });

  it("ends quietly when another logout is ending it", async () => {
    const { user, sid } = await logInNew();
    await whileOpen(
      (transaction) => transaction.session.delete({ where: { sessionToken: sid } }),
      () => endSession(sid, visitor),
    );
    expect(await db().auditEvent.count({ where: { name: "logout", subjectId: user.id } })).toBe(0);
  });

  it("is invalid at once when its user is disabled", async () => {
    const { user, sid } = await logInNew();
    await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    expect(await findLiveSession(sid)).toBeNull();
  });

  it("is deleted with its user (R29)", async () => {
    const { user, sid } = await logInNew();
    await db().user.delete({ where: { id: user.id } });
    expect(await findLiveSession(sid)).toBeNull();
  });

  it("has a changed role at the next check", async () => {
    const { user, sid } = await logInNew();
    await db().user.update({ where: { id: user.id }, data: { role: "STAFF" } });
    expect((await findLiveSession(sid))?.user.role).toBe("STAFF");
  });

  it("ends after fourteen days without a visit (R31)", async () => {
    const { sid } = await logInNew();
    expect(await findLiveSession(sid, new Date(Date.now() + 14 * dayMs + 1_000))).toBeNull();
  });

  it("records a visit once a minute, and is extended from there", async () => {
    const { sid } = await logInNew();
    const tenDaysOn = new Date(Date.now() + 10 * dayMs);
    await findLiveSession(sid, tenDaysOn);
    expect(await findLiveSession(sid, new Date(tenDaysOn.getTime() + 10 * dayMs))).not.toBeNull();
  });

  it("is a new one after each login (R27)", async () => {
    const { user, sid } = await logInNew();
    const { challengeId, browser } = await beginLogin(user.email);
    const code = await inbox.latestCode(user.email);
    const again = await completeLogin({ challengeId, code }, browser, visitor);
    expect(again.ok && again.value.sid).not.toBe(sid);
  });
});

describe("a token", () => {
  it("is renewed while its session is valid, with the user's current role", async () => {
    const { user, sid } = await logInNew();
    await db().user.update({ where: { id: user.id }, data: { role: "ADMIN" } });
    const renewed = await refreshToken({ sub: user.id, sid, role: "CUSTOMER", checkedAt: 0, exp: 1, iat: 1 });
    expect(renewed).toEqual({ sub: user.id, sid, role: "ADMIN", checkedAt: expect.any(Number) });
  });

  it("is cleared when its session was ended", async () => {
    const { user, sid } = await logInNew();
    await endSession(sid, visitor);
    expect(await refreshToken({ sub: user.id, sid, role: "CUSTOMER", checkedAt: 0 })).toBeNull();
  });

  it("without a session is cleared", async () => {
    expect(await refreshToken({ sub: "someone" })).toBeNull();
  });
});
