import { describe, expect, it } from "vitest";
import { completeLogin } from "@/lib/auth/login/complete-login";
import type { BotCheckRequest } from "@/lib/bot-check/bot-check-request";
import { db } from "@/lib/db/client";
import { asking, beginLogin, createUser, inbox, type newBrowser, newPerson, visitor } from "@/test/login-parts";
import { resendCode } from "./resend-code";

describe("a resend", () => {
  it("sends the same code, which still works, and forgets no attempt (R12)", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const first = await inbox.latestCode(email);
    await completeLogin({ challengeId, code: first === "000000" ? "000001" : "000000" }, browser, visitor);
    await waitSeconds(challengeId, 30);
    await send(challengeId, browser);
    expect(await inbox.messages({ to: email })).toHaveLength(2);
    expect(await inbox.latestCode(email)).toBe(first);
    expect(await db().challenge.findUniqueOrThrow({ where: { id: challengeId } })).toMatchObject({
      attempts: 1,
      sends: 2,
    });
    expect(await completeLogin({ challengeId, code: first }, browser, visitor)).toMatchObject({ ok: true });
  });

  it("must wait 30, 40, 60 and 90 seconds, and is refused after the fifth message (R11)", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    for (const wait of [30, 40, 60, 90]) {
      await waitSeconds(challengeId, wait - 2);
      expect(await resendCode(challengeId, asking(browser))).toEqual({
        ok: false,
        error: "RESEND_TOO_EARLY",
      });
      await waitSeconds(challengeId, 2);
      await send(challengeId, browser);
    }
    await waitSeconds(challengeId, 120);
    expect(await resendCode(challengeId, asking(browser))).toEqual({ ok: false, error: "RESENDS_SPENT" });
    expect(await inbox.messages({ to: email })).toHaveLength(5);
  });

  it("adds no wait and no audit trail entry if it was refused", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    for (let time = 1; time <= 2; time++) await beginLogin(email);
    await waitSeconds(challengeId, 30);
    const proof = {} as BotCheckRequest;
    const suspected = asking(browser, { askForBotCheck: async () => proof });
    for (let time = 1; time <= 5; time++) {
      expect(await resendCode(challengeId, suspected)).toEqual({ ok: false, error: "BOT_CHECK_NEEDED", proof });
    }
    expect(await db().auditEvent.count({ where: { challengeId, name: "code_resent" } })).toBe(0);
    await send(challengeId, browser);
    expect(await db().auditEvent.count({ where: { challengeId, name: "code_resent" } })).toBe(1);
  });

  it("is sent once when requested ten times at once (R11)", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    await waitSeconds(challengeId, 30);
    const results = await Promise.all(Array.from({ length: 10 }, () => resendCode(challengeId, asking(browser))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it("does not extend the life of the code (R2)", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const before = await db().challenge.findUniqueOrThrow({ where: { id: challengeId } });
    await waitSeconds(challengeId, 30);
    await send(challengeId, browser);
    const after = await db().challenge.findUniqueOrThrow({ where: { id: challengeId } });
    expect(after.expiresAt).toEqual(before.expiresAt);
  });

  it("is refused to another browser", async () => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    await waitSeconds(challengeId, 30);
    expect(await resendCode(challengeId, asking())).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
  });

  it("gives an address without an account the same answer, and no second email (R15)", async () => {
    const { email } = newPerson();
    const { challengeId, browser } = await beginLogin(email);
    await waitSeconds(challengeId, 30);
    await send(challengeId, browser);
    expect(await inbox.messages({ to: email })).toHaveLength(1);
  });

  it("leaves the first code valid if Twilio refuses it", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    await waitSeconds(challengeId, 30);
    await inbox.addFault({ match: { path: "/Verifications$", times: 1 }, action: { code: 20500 } });
    await send(challengeId, browser);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: true });
  });
});

async function send(challengeId: string, browser: ReturnType<typeof newBrowser>) {
  const resent = await resendCode(challengeId, asking(browser));
  if (!resent.ok) throw new Error(resent.error);
  await resent.value.deliver();
}

/** Lets the wait before a resend go by. */
async function waitSeconds(id: string, seconds: number) {
  const row = await db().challenge.findUniqueOrThrow({ where: { id } });
  await db().challenge.update({
    where: { id },
    data: { lastSentAt: new Date(row.lastSentAt.getTime() - seconds * 1_000) },
  });
}
