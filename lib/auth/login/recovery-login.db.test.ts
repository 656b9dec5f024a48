import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { findAccountToKeep } from "@/lib/auth/account/keep-account";
import { checkCharges, recoveryCharges } from "@/lib/auth/rate-limit/charges";
import { newRecoveryCode } from "@/lib/auth/recovery-codes/recovery-code";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import * as limits from "@/lib/limits/consume";
import { hasReauthenticated } from "@/lib/step-up/re-authentication";
import { codeActions } from "@/lib/step-up/sensitive-actions";
import { createUser, logIn, makeTrusted, newBrowser, newIp, newPerson, visitor } from "@/test/login-parts";
import { eventsOf } from "@/test/passkey-parts";
import { logInByCode, memberWithCodes, refusedCode } from "@/test/recovery-parts";

const task = { kind: "turnstile", scriptUrl: "", siteKey: "", action: "", cData: "" } as const;
const proof = { task, waitToken: "", waitSeconds: 60 };

describe("a recovery code", () => {
  it("opens a session that records the method, verifies nothing else, and ends no other session", async () => {
    const { user, session, code } = await memberWithCodes();
    await db().user.update({ where: { id: user.id }, data: { emailVerified: null } });
    const finished = await logInByCode(user.email, code);
    expect(finished).toMatchObject({ ok: true, value: { userId: user.id, isNewBrowser: true, outcome: "LOGGED_IN" } });
    const opened = finished.ok ? await findLiveSession(finished.value.sid) : null;
    expect(await db().session.findUnique({ where: { id: opened?.id ?? "" } })).toMatchObject({
      method: "RECOVERY_CODE",
      challengeId: null,
    });
    for (const act of [...codeActions, "administer" as const]) {
      expect(await hasReauthenticated(opened?.id ?? "", act), act).toBe(false);
    }
    expect(await db().session.count({ where: { id: session.id } })).toBe(1);
    expect((await db().user.findUnique({ where: { id: user.id } }))?.emailVerified).toBeNull();
    const [event] = (await eventsOf(user.id, "login_succeeded")).slice(-1);
    expect(event?.details).toEqual({ method: "RECOVERY_CODE" });
  });

  it("cannot be used twice, and the others still can", async () => {
    const { user, code, second } = await memberWithCodes();
    expect((await logInByCode(user.email, code)).ok).toBe(true);
    expect(await logInByCode(user.email, code)).toEqual(refusedCode);
    expect((await logInByCode(user.email, second)).ok).toBe(true);
  });

  it("used twenty times at once creates one session (R3)", async () => {
    const { user, code } = await memberWithCodes();
    const results = await Promise.all(Array.from({ length: 20 }, () => logInByCode(user.email, code)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(19).fill(refusedCode));
    expect(await db().session.count({ where: { userId: user.id, method: "RECOVERY_CODE" } })).toBe(1);
  });

  it("does not open another user's account", async () => {
    const { code, user } = await memberWithCodes();
    const other = await memberWithCodes();
    expect(await logInByCode(other.user.email, code)).toEqual(refusedCode);
    expect(await logInByCode(newPerson().email, code)).toEqual(refusedCode);
    expect((await logInByCode(user.email, code)).ok).toBe(true);
  });

  it("of a disabled account gets the answer of a wrong code, and is not used up", async () => {
    const { user, code } = await memberWithCodes();
    await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    expect(await logInByCode(user.email, code)).toEqual(refusedCode);
    expect(await db().recoveryCode.count({ where: { userId: user.id, usedAt: null } })).toBe(10);
  });

  it("of an account with a pending deletion asks whether to keep it, and stays valid", async () => {
    const { user, code } = await memberWithCodes();
    await db().user.update({ where: { id: user.id }, data: { deletionAskedAt: new Date() } });
    const held = await logInByCode(user.email, code);
    expect(held).toMatchObject({ ok: false, error: "ACCOUNT_PENDING_DELETION" });
    expect(await findAccountToKeep("keepToken" in held ? held.keepToken : "")).toMatchObject({ state: "LEAVING" });
    expect(await logInByCode(user.email, newRecoveryCode())).toEqual(refusedCode);
    await db().user.update({ where: { id: user.id }, data: { deletionAskedAt: null } });
    expect((await logInByCode(user.email, code)).ok).toBe(true);
  });

  it("opens a session for an admin that cannot change anything on the dashboard (R22)", async () => {
    const { user, code } = await memberWithCodes();
    await db().user.update({ where: { id: user.id }, data: { role: "ADMIN" } });
    const finished = await logInByCode(user.email, code);
    const session = finished.ok ? await findLiveSession(finished.value.sid) : null;
    expect(session?.user.role).toBe("ADMIN");
    expect(await hasReauthenticated(session?.id ?? "", "administer")).toBe(false);
  });
});

describe("a wrong recovery code", () => {
  it("gets the same answer, charges and audit trail entries for every address (R13)", async () => {
    const { user, code, second } = await memberWithCodes();
    await logInByCode(user.email, second);
    const disabled = await memberWithCodes();
    await db().user.update({ where: { id: disabled.user.id }, data: { disabledAt: new Date() } });
    const cases = {
      stranger: { email: newPerson().email, code: newRecoveryCode() },
      "stranger, with somebody's code": { email: newPerson().email, code },
      "member without codes": { email: (await createUser()).email, code: newRecoveryCode() },
      "member with codes": { email: (await memberWithCodes()).user.email, code: newRecoveryCode() },
      "member with the used code": { email: user.email, code: second },
      "disabled member": { email: disabled.user.email, code: newRecoveryCode() },
    };
    const seen = [];
    for (const [name, attempt] of Object.entries(cases)) {
      const ip = newIp();
      const before = await db().auditEvent.count({ where: { ip } });
      const answer = await logInByCode(attempt.email, attempt.code, newBrowser(), { visitor: { ...visitor, ip } });
      const { ofIdentity, ofSource } = recoveryCharges(attempt.email, ip);
      const used = (await limits.readUse([...ofIdentity, ...ofSource])).map(({ used }) => used);
      const entries = await db().auditEvent.findMany({
        where: { ip },
        select: { name: true, subjectId: true, details: true },
      });
      expect(entries.length - before, name).toBe(1);
      seen.push({ answer, used, entries });
    }
    for (const each of seen) expect(each).toEqual(seen[0]);
    expect(seen[0]).toMatchObject({ answer: refusedCode, used: [1, 1, 1] });
  });

  it("causes the same database statements for an unknown address, a member and a member with codes (R14)", async () => {
    const [{ user }, without] = [await memberWithCodes(), await createUser()];
    const ask = vi.spyOn(pg.Client.prototype, "query");
    const statementsFor = async (email: string) => {
      ask.mockClear();
      await logInByCode(email, newRecoveryCode());
      return ask.mock.calls.map(([query]) => (query as unknown as { text: string }).text ?? query);
    };
    await statementsFor(newPerson().email);
    const forStranger = await statementsFor(newPerson().email);
    const [forMember, withCodes] = [await statementsFor(without.email), await statementsFor(user.email)];
    vi.restoreAllMocks();
    expect(forStranger.length).toBeGreaterThan(3);
    expect(forMember).toEqual(forStranger);
    expect(withCodes).toEqual(forStranger);
  });

  it("blocks neither the owner's codes by email, nor recovery codes from elsewhere (R8)", async () => {
    const { user, code } = await memberWithCodes();
    // Each from a network of its own, with a proof from the sixth on.
    for (let guess = 0; guess < 40; guess++) {
      expect(await logInByCode(user.email, newRecoveryCode())).toEqual(refusedCode);
    }
    const ip = newIp();
    const { ofIdentity, ofSource } = checkCharges(user.email, null, ip);
    const [hour, day, source] = await limits.readUse([...ofIdentity, ...ofSource]);
    expect([hour?.used, day?.used, source?.used]).toEqual([0, 0, 0]);
    expect((await limits.readUse([{ policy: "send.address.day", subject: user.email }]))[0]?.used).toBe(1);
    expect((await logIn(user.email)).userId).toBe(user.id);
    expect((await logInByCode(user.email, code)).ok).toBe(true);
  });

  it("needs a bot check from the sixth on, for unknown addresses too, and a right code resets the count", async () => {
    const { user, code, second } = await memberWithCodes();
    for (const email of [user.email, newPerson().email]) {
      const answers = [];
      for (let guess = 0; guess < 6; guess++) {
        const answer = await logInByCode(email, newRecoveryCode(), newBrowser(), { askForBotCheck: async () => proof });
        answers.push(answer.ok ? "in" : answer.error);
      }
      expect(answers).toEqual([...Array(5).fill("RECOVERY_REFUSED"), "BOT_CHECK_NEEDED"]);
    }
    const unproven = { askForBotCheck: async () => proof };
    expect(await logInByCode(user.email, code, newBrowser(), unproven)).toMatchObject({ error: "BOT_CHECK_NEEDED" });
    expect((await logInByCode(user.email, code)).ok).toBe(true);
    expect((await logInByCode(user.email, second, newBrowser(), unproven)).ok).toBe(true);
  });

  it("can be tried by one source thirty times an hour, and a trusted device there can still use the right one (R8)", async () => {
    const { user, code } = await memberWithCodes();
    const ip = newIp();
    const from = { visitor: { ...visitor, ip } };
    for (let guess = 0; guess < 30; guess++) {
      expect(await logInByCode(newPerson().email, newRecoveryCode(), newBrowser(), from)).toEqual(refusedCode);
    }
    await expect(logInByCode(user.email, code, newBrowser(), from)).rejects.toThrow(TooManyRequests);
    const known = newBrowser();
    await makeTrusted(user.id, known);
    expect((await logInByCode(user.email, code, known, from)).ok).toBe(true);
  });

  it("is not compared while the limits are unavailable", async () => {
    const { user, code } = await memberWithCodes();
    vi.spyOn(limits, "consume").mockRejectedValue(new limits.LimitsUnavailable("postgres", new Error("down")));
    await expect(logInByCode(user.email, code)).rejects.toThrow(limits.LimitsUnavailable);
    vi.restoreAllMocks();
    expect((await logInByCode(user.email, code)).ok).toBe(true);
  });
});
