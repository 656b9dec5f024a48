import { describe, expect, it } from "vitest";
import { askForDeletion } from "@/lib/auth/account/ask-for-deletion";
import { exportOwnData } from "@/lib/auth/account/export-own-data";
import { completePasskeyLogin } from "@/lib/auth/login/complete-passkey-login";
import { addOwnPasskey } from "@/lib/auth/passkeys/own-passkeys";
import { makeRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { finishPasskeyStepUp } from "@/lib/auth/step-up/finish-step-up";
import { startPasskeyStepUp } from "@/lib/auth/step-up/start-step-up";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { exhaust } from "@/lib/limits/consume";
import { createUser, newBrowser, visitor } from "@/test/login-parts";
import {
  addingOptions,
  eventsOf,
  home,
  loginOptions,
  memberWithPasskey,
  openTestSession,
  proveNow,
} from "@/test/passkey-parts";
import { newSoftPasskey, type SoftPasskey } from "@/test/soft-passkey";
import { exportCharge, passkeyLoginCharges, passkeyStepUpCharge, sensitiveActionCharge } from "./charges";

async function logInBy(passkey: SoftPasskey, change: Parameters<SoftPasskey["sign"]>[1] = {}) {
  const browser = newBrowser();
  return await completePasskeyLogin(passkey.sign(await loginOptions(browser), change), browser, visitor);
}

async function confirmBy(
  passkey: SoftPasskey,
  session: LiveSession,
  act: "administer" | "end-sessions",
  change: Parameters<SoftPasskey["sign"]>[1] = {},
) {
  const { challengeKey } = newBrowser();
  const options = await startPasskeyStepUp(session, act, challengeKey);
  return await finishPasskeyStepUp(passkey.sign(options, change), act, session, challengeKey, visitor);
}

/** How often in a row something goes well, and what it says when it does not. */
async function repeat(times: number, work: () => Promise<{ ok: boolean }>) {
  for (let done = 0; done < times; done++) {
    try {
      if (!(await work()).ok) return { done, error: null };
    } catch (error) {
      return { done, error };
    }
  }
  return { done: times, error: null };
}

describe("logins by passkey", () => {
  it("are refused after 30 in an hour until the hour is over, with one audit trail entry (R17)", async () => {
    const { passkey, user } = await memberWithPasskey();
    const { done, error } = await repeat(150, () => logInBy(passkey));
    expect(done).toBe(30);
    expect(error).toBeInstanceOf(TooManyRequests);
    const waitMs = (error as TooManyRequests).retryAt.getTime() - Date.now();
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(60 * 60_000);
    await expect(logInBy(passkey)).rejects.toThrow(TooManyRequests);
    const entries = await db().auditEvent.findMany({
      where: { name: "limit_reached", maskedIdentifier: { startsWith: user.email.slice(0, 1) } },
    });
    expect(entries.filter(({ details }) => (details as { policy?: string }).policy === "login.user.hour")).toHaveLength(
      1,
    );
    expect(await eventsOf(user.id, "login_succeeded")).toHaveLength(30);
  });

  it("cannot be used up by attackers: a bad signature, an unknown passkey and another origin are not counted (R17)", async () => {
    const { passkey } = await memberWithPasskey();
    for (let attempt = 0; attempt < 12; attempt++) {
      expect(await logInBy(passkey, { origin: "https://evil.example" })).toMatchObject({ error: "PASSKEY_REFUSED" });
      expect(await logInBy(passkey, { isVerified: false })).toMatchObject({ error: "PASSKEY_REFUSED" });
      const stranger = newSoftPasskey(home);
      expect(await logInBy(stranger, { userHandle: "AAAA" })).toMatchObject({ error: "PASSKEY_UNKNOWN" });
    }
    expect((await repeat(30, () => logInBy(passkey))).done).toBe(30);
  });
});

describe("actions confirmed by passkey", () => {
  it("are refused after 60 in an hour, but sessions can be ended and passkeys reported (R17)", async () => {
    const { passkey, session, reportToken } = await memberWithPasskey();
    const { done, error } = await repeat(100, () => confirmBy(passkey, session, "administer"));
    expect(done).toBe(60);
    expect(error).toBeInstanceOf(TooManyRequests);
    expect(await confirmBy(passkey, session, "end-sessions")).toMatchObject({ ok: true });
    expect(await reportNotMe(reportToken, visitor)).toBe(true);
    expect(await db().session.count({ where: { userId: session.user.id } })).toBe(0);
  });
});

describe("a clone of a passkey", () => {
  const closedOf = async (userId: string) =>
    await db().authenticator.count({ where: { userId, cloneSuspectedAt: { not: null } } });

  it("is noticed at a login even if the hourly logins are used up (R33)", async () => {
    const { passkey, user } = await memberWithPasskey(4);
    const [hour] = passkeyLoginCharges(user.id);
    if (hour === undefined) throw new Error("A login costs nothing.");
    await exhaust(hour, 3_600);
    await expect(logInBy(passkey, { counter: 6 })).rejects.toThrow(TooManyRequests);
    expect(await closedOf(user.id)).toBe(0);
    expect(await logInBy(passkey, { counter: 5 })).toMatchObject({ error: "PASSKEY_REFUSED", isMailed: true });
    expect(await closedOf(user.id)).toBe(1);
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toHaveLength(1);
  });

  it("is noticed in a confirmation even if the hourly confirmations are used up (R33)", async () => {
    const { passkey, session, user } = await memberWithPasskey(4);
    await exhaust(passkeyStepUpCharge(user.id, "administer"), 3_600);
    await expect(confirmBy(passkey, session, "administer", { counter: 6 })).rejects.toThrow(TooManyRequests);
    const copied = await confirmBy(passkey, session, "administer", { counter: 5 });
    expect(copied).toMatchObject({ error: "PASSKEY_REFUSED", isMailed: true });
    expect(await closedOf(user.id)).toBe(1);
  });
});

describe("limits on actions that email the owner", () => {
  const makeCodes = async (session: LiveSession) => {
    await proveNow(session, "make-recovery-codes");
    return await makeRecoveryCodes(session, visitor);
  };

  it("new recovery codes, passkeys and deletion requests share a limit of 20 a day", async () => {
    const session = await openTestSession();
    const { done, error } = await repeat(30, () => makeCodes(session));
    expect(done).toBe(20);
    expect(error).toBeInstanceOf(TooManyRequests);
    // The refusal kept the proof.
    expect(await db().stepUp.count({ where: { sessionId: session.id } })).toBe(1);
    const browser = newBrowser();
    const answer = newSoftPasskey(home).create(await addingOptions(session, browser));
    await proveNow(session, "add-passkey");
    await expect(addOwnPasskey(session, browser.challengeKey, { name: "Phone", answer }, visitor)).rejects.toThrow(
      TooManyRequests,
    );
    await proveNow(session, "delete-account");
    await expect(askForDeletion(session, visitor)).rejects.toThrow(TooManyRequests);
  });

  it("data can be downloaded ten times a day", async () => {
    const session = await openTestSession();
    const { done, error } = await repeat(20, async () => {
      await proveNow(session, "export-data");
      return await exportOwnData(session, visitor);
    });
    expect(done).toBe(10);
    expect(error).toBeInstanceOf(TooManyRequests);
  });

  it("a stolen session without a re-authentication uses up no limit (R17)", async () => {
    const { id } = await createUser();
    const [owner, thief] = [await openTestSession(id), await openTestSession(id)];
    for (let attempt = 0; attempt < 30; attempt++) {
      expect(await exportOwnData(thief, visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
      expect(await makeRecoveryCodes(thief, visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    }
    await proveNow(owner, "export-data");
    expect(await exportOwnData(owner, visitor)).toMatchObject({ ok: true });
    expect(await makeCodes(owner)).toMatchObject({ ok: true });
  });

  it("a stolen session without a re-authentication is refused before any limit is counted, even a full one (R17)", async () => {
    const { id } = await createUser();
    const thief = await openTestSession(id);
    for (const charge of [exportCharge(id), sensitiveActionCharge(id)]) await exhaust(charge, 3_600);
    const refused = { ok: false, error: "REAUTHENTICATION_NEEDED" };
    expect(await exportOwnData(thief, visitor)).toEqual(refused);
    expect(await makeRecoveryCodes(thief, visitor)).toEqual(refused);
    expect(await askForDeletion(thief, visitor)).toEqual(refused);
    const browser = newBrowser();
    const answer = newSoftPasskey(home).create(await addingOptions(thief, browser));
    await db().stepUp.deleteMany({ where: { sessionId: thief.id } });
    expect(await addOwnPasskey(thief, browser.challengeKey, { name: "Phone", answer }, visitor)).toEqual(refused);
  });
});
