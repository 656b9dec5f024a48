import { describe, expect, it } from "vitest";
import { completeLogin } from "@/lib/auth/login/complete-login";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { consume } from "@/lib/limits/consume";
import {
  beginLogin,
  createUser,
  handIn,
  inbox,
  letTimePass,
  newBrowser,
  newIp,
  newPerson,
  requestLogin,
  visitor,
} from "@/test/login-parts";

describe("how long a check takes", () => {
  it("reveals nothing about whether a code is still being sent (R14)", async () => {
    // The first check of a process loads what the later ones find.
    await handIn("000000", await beginLogin(newPerson().email));
    const known = (await createUser()).email;
    const unknown = newPerson().email;
    await inbox.addFault({ match: { to: known, path: "/Verifications$" }, action: { delayMs: 1_500 } });
    const tookMs = [];
    for (const email of [known, unknown]) {
      const browser = newBrowser();
      const { challengeId, deliver } = await requestLogin(email, browser);
      const startedAt = Date.now();
      const sending = deliver();
      await completeLogin({ challengeId, code: "000000" }, browser, visitor);
      tookMs.push(Date.now() - startedAt);
      await sending;
    }
    await inbox.clearFaults();
    expect(Math.abs((tookMs[0] ?? 0) - (tookMs[1] ?? 0))).toBeLessThan(900);
    expect(Math.min(...tookMs)).toBeGreaterThan(1_000);
  });
});

describe("a check", () => {
  it("waits at most two seconds, whatever the clock of another instance says", async () => {
    const { challengeId, browser } = await beginLogin((await createUser()).email);
    await db().$executeRaw`
      UPDATE "Challenge" SET "createdAt" = "createdAt" + interval '8 seconds', "expiresAt" = "expiresAt" + interval '8 seconds'
      WHERE "id" = ${challengeId}`;
    const startedAt = Date.now();
    await completeLogin({ challengeId, code: "000000" }, browser, visitor);
    expect(Date.now() - startedAt).toBeLessThan(6_000);
  });

  it("of a closed request counts for its source", async () => {
    const { challengeId, browser } = await beginLogin((await createUser()).email);
    await db().challenge.update({ where: { id: challengeId }, data: { attempts: 5 } });
    const from = { ...visitor, ip: newIp() };
    for (let time = 1; time <= 99; time++) await consume([{ policy: "check.source.hour", subject: from.ip }]);
    const last = await completeLogin({ challengeId, code: "000000" }, browser, from);
    expect(last).toEqual({ ok: false, error: "TOO_MANY_ATTEMPTS" });
    await expect(completeLogin({ challengeId, code: "000000" }, browser, from)).rejects.toThrow(TooManyRequests);
  });
});

describe("a right code", () => {
  it("is not lost when the database fails before the session is created", async () => {
    const { email, id } = await createUser();
    const browser = newBrowser();
    const { challengeId, deliver } = await requestLogin(email, browser);
    await deliver();
    await letTimePass(challengeId);
    const code = await inbox.latestCode(email);
    await db().$executeRaw`CREATE FUNCTION break_session() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN RAISE EXCEPTION ''shutting down'' USING ERRCODE = ''57P01''; END'`;
    await db()
      .$executeRaw`CREATE TRIGGER break_session BEFORE INSERT ON "Session" FOR EACH ROW EXECUTE FUNCTION break_session()`;
    try {
      await expect(completeLogin({ challengeId, code }, browser, visitor)).rejects.toThrow();
    } finally {
      await db().$executeRaw`DROP TRIGGER break_session ON "Session"`;
      await db().$executeRaw`DROP FUNCTION break_session()`;
    }
    expect(await db().session.count({ where: { userId: id } })).toBe(0);

    expect(await completeLogin({ challengeId, code }, newBrowser(), visitor)).toEqual({
      ok: false,
      error: "CHALLENGE_ENDED",
    });
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: true });
    expect(await db().session.count({ where: { userId: id } })).toBe(1);
  });

  it("ends the session that the browser had before (R27)", async () => {
    const first = await createUser();
    const second = await createUser();
    const sids: string[] = [];
    for (const { email } of [first, second]) {
      const browser = { ...newBrowser(), sid: sids[0] };
      const { challengeId, deliver } = await requestLogin(email, browser);
      await deliver();
      await letTimePass(challengeId);
      const code = await inbox.latestCode(email);
      const finished = await completeLogin({ challengeId, code }, browser, visitor);
      if (finished.ok) sids.push(finished.value.sid);
    }
    expect(sids).toHaveLength(2);
    expect(await db().session.count({ where: { sessionToken: sids[0] } })).toBe(0);
    expect(await db().session.count({ where: { sessionToken: sids[1] } })).toBe(1);
  });
});
