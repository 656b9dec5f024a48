import { describe, expect, it } from "vitest";
import { replaceVoidCode, resendCode } from "@/lib/auth/challenge/resend-code";
import { completePasskeyLogin } from "@/lib/auth/login/complete-passkey-login";
import { startEmailChange } from "@/lib/auth/profile/change-email";
import { finishRecoveryStepUp, finishStepUp } from "@/lib/auth/step-up/finish-step-up";
import { startStepUp } from "@/lib/auth/step-up/start-step-up";
import { db } from "@/lib/db/client";
import { hasReauthenticated } from "@/lib/step-up/re-authentication";
import { codeActions } from "@/lib/step-up/sensitive-actions";
import {
  asking,
  beginLogin,
  beginRegistration,
  handIn,
  inbox,
  letTimePass,
  newBrowser,
  newPerson,
  visitor,
} from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import {
  addPasskeyTo,
  eventsOf,
  loginOptions,
  memberWithPasskey,
  openTestSession,
  proveNow,
} from "@/test/passkey-parts";
import { areCodesOff, confirmByPasskey, passkeysOnlyMember, switchOff } from "@/test/passkeys-only-parts";
import { askByPhone, newPhone } from "@/test/phone-parts";
import { logInByCode, typed } from "@/test/recovery-parts";
import { removeOwnPasskey } from "./own-passkeys";
import { switchCodesOff, switchCodesOn } from "./switch-codes";

const botCheckNeeded = { ok: false, error: "REAUTHENTICATION_NEEDED" };
const codesOff = "Codes are off";

const sessionsOf = (userId: string) => db().session.count({ where: { userId } });
const codesTo = async (to: string) => (await inbox.messages({ to })).filter(({ code }) => code);

/** Asks for a step-up code, and waits until what is to be sent was sent. */
async function beginStepUp({ session, browser }: Awaited<ReturnType<typeof memberWithPasskey>>) {
  const started = await startStepUp(session, "change-email", "/account/email", { ...browser, visitor });
  await started.deliver();
  await letTimePass(started.challengeId);
  return started.challengeId;
}

describe("a thief who reads the mailbox of a member with passkeys only", () => {
  it.each(["login", "registration"])("gets an email without a code for a %s, and no session (R22)", async (way) => {
    const { user } = await passkeysOnlyMember();
    const asked =
      way === "login"
        ? await beginLogin(user.email)
        : await beginRegistration({ ...newPerson(), email: user.email }, newBrowser());
    expect(await codesTo(user.email)).toEqual([]);
    expect(await inbox.messages({ to: user.email, subject: codesOff })).toHaveLength(1);
    expect(await handIn("123456", asked)).toEqual({ ok: false, error: "CODE_REJECTED" });
    expect(await sessionsOf(user.id)).toBe(1);
  });

  it("gets no second email with a resend", async () => {
    const { user } = await passkeysOnlyMember();
    const { challengeId, browser } = await beginLogin(user.email);
    await db()
      .$executeRaw`UPDATE "Challenge" SET "lastSentAt" = "lastSentAt" - interval '90 seconds' WHERE "id" = ${challengeId}`;
    const resent = await resendCode(challengeId, asking(browser));
    if (resent.ok) await resent.value.deliver();
    expect(resent).toMatchObject({ ok: true });
    expect(await replaceVoidCode(challengeId, asking(browser))).toBeNull();
    expect(await codesTo(user.email)).toEqual([]);
    expect(await inbox.messages({ to: user.email, subject: codesOff })).toHaveLength(1);
  });

  it.each(["login", "registration"])(
    "cannot use the code of a %s that was asked for before the switch (R22)",
    async (way) => {
      const member = await memberWithPasskey();
      const { email, id } = member.user;
      const asked =
        way === "login" ? await beginLogin(email) : await beginRegistration({ ...newPerson(), email }, newBrowser());
      const code = await inbox.latestCode(email);
      await switchOff(member);
      expect(await handIn(code, asked)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
      expect(await sessionsOf(id)).toBe(1);
    },
  );

  it.each(["login", "registration"])(
    "cannot use the code of a %s that was asked for as codes went off (R22)",
    async (way) => {
      const { user } = await memberWithPasskey();
      const { email } = user;
      const asked =
        way === "login" ? await beginLogin(email) : await beginRegistration({ ...newPerson(), email }, newBrowser());
      const code = await inbox.latestCode(email);
      // As if the request had come between the end of the older codes and the switch.
      await db().user.update({ where: { id: user.id }, data: { passkeysOnlyAt: new Date() } });
      expect(await handIn(code, asked)).toEqual({ ok: false, error: "CODE_REJECTED" });
      expect(await sessionsOf(user.id)).toBe(1);
    },
  );

  it("gets no code by phone, and cannot use one that was sent before the switch (R22)", async () => {
    const member = await memberWithPasskey();
    const phone = newPhone();
    const { email, id } = member.user;
    await db().user.update({ where: { id }, data: { phone, phoneVerified: new Date() } });
    const asked = await askByPhone(await beginLogin(email));
    const texted = await inbox.latestCode(phone);
    await switchOff(member);
    expect(await handIn(texted, asked)).toMatchObject({ ok: false });
    await askByPhone(await beginLogin(email));
    expect(await codesTo(phone)).toHaveLength(1);
    // Asked for as codes went off: refused when the session would open.
    await db().challenge.updateMany({
      where: { id: asked.challengeId },
      data: { expiresAt: new Date(Date.now() + 60_000) },
    });
    expect(await handIn(texted, asked)).toEqual({ ok: false, error: "CODE_REJECTED" });
    expect(await sessionsOf(id)).toBe(1);
  });

  it("gets no code for a sensitive action in an open session, and cannot use an earlier one (R22)", async () => {
    const member = await memberWithPasskey();
    const before = await beginStepUp(member);
    const code = await inbox.latestCode(member.user.email);
    await switchOff(member);
    const { session, browser } = member;
    const finish = (challengeId: string) => finishStepUp({ challengeId, code }, session, browser.challengeKey, visitor);
    expect(await finish(before)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    expect(await finish(await beginStepUp(member))).toEqual({ ok: false, error: "CODE_REJECTED" });
    expect(await codesTo(member.user.email)).toHaveLength(1);
    await db().challenge.updateMany({ where: { id: before }, data: { expiresAt: new Date(Date.now() + 60_000) } });
    expect(await finish(before)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    expect(await hasReauthenticated(session.id, "change-email")).toBe(false);
  });

  it("loses re-authentications by code from before the switch (R22)", async () => {
    const member = await memberWithPasskey();
    const thief = await openTestSession(member.user.id);
    for (const act of codeActions) await proveNow(thief, act);
    await switchOff(member);
    expect(await db().stepUp.count({ where: { session: { userId: member.user.id } } })).toBe(0);
    expect(await switchCodesOn(thief, visitor)).toEqual(botCheckNeeded);
    expect(await areCodesOff(member.user.id)).toBe(true);
  });
});

describe("a request for an address with codes off", () => {
  it("writes the same rows and uses the same limits as one for an address without an account (R13)", async () => {
    const { user } = await passkeysOnlyMember();
    const seen = [];
    for (const email of [newPerson().email, user.email]) {
      const before = await readLimits();
      const { challengeId } = await beginLogin(email);
      const row = await db().challenge.findUniqueOrThrow({ where: { id: challengeId } });
      expect(row.providerSid).toMatch(/^VE[0-9a-f]{32}$/);
      const columns = Object.entries(row).flatMap(([column, value]) => (value === null ? [] : column));
      const events = await db().auditEvent.findMany({ where: { challengeId }, orderBy: { id: "asc" } });
      seen.push({ columns, charges: chargesSince(before, await readLimits()), events: events.length });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]?.charges.length).toBeGreaterThan(3);
  });

  it("gets the same refusal for a wrong code as an address without an account (R13)", async () => {
    const { user } = await passkeysOnlyMember();
    const seen = [];
    for (const email of [newPerson().email, user.email]) {
      const asked = await beginLogin(email);
      const before = await readLimits();
      const answers = [await handIn("123456", asked), await handIn("123457", asked)];
      seen.push({ answers, charges: chargesSince(before, await readLimits()) });
    }
    expect(seen[1]).toEqual(seen[0]);
  });
});

type Limits = Map<string, { policy: string; points: number }>;

async function readLimits(): Promise<Limits> {
  const rows = await db().rateLimit.findMany();
  return new Map(rows.map(({ policy, subject, points }) => [`${policy} ${subject}`, { policy, points }]));
}

function chargesSince(before: Limits, after: Limits): string[] {
  return [...after]
    .map(([key, { policy, points }]) => [policy, points - (before.get(key)?.points ?? 0)] as const)
    .filter(([, points]) => points !== 0)
    .map(([policy, points]) => `${policy} ${points}`)
    .sort();
}

describe("switching codes off", () => {
  it("needs a re-authentication by passkey, which can be used once (R33)", async () => {
    const member = await memberWithPasskey();
    for (const act of codeActions) await proveNow(member.session, act);
    expect(await switchCodesOff(member.session, visitor)).toEqual(botCheckNeeded);
    expect(await areCodesOff(member.user.id)).toBe(false);
    await switchOff(member);
    expect(await switchCodesOff(member.session, visitor)).toEqual(botCheckNeeded);
  });

  it("is refused without a working passkey, and then cancels no code", async () => {
    const member = await memberWithPasskey();
    const { email, id } = member.user;
    const asked = await beginLogin(email);
    await db().authenticator.updateMany({ where: { userId: id }, data: { cloneSuspectedAt: new Date() } });
    await proveNow(member.session, "switch-codes-off");
    expect(await switchCodesOff(member.session, visitor)).toEqual(botCheckNeeded);
    expect(await handIn(await inbox.latestCode(email), asked)).toMatchObject({ ok: true });
  });

  it("is recorded and reported by email with a link to report it, like switching codes on (R33)", async () => {
    const member = await passkeysOnlyMember();
    await confirmByPasskey(member, "switch-codes-on");
    expect(await switchCodesOn(member.session, visitor)).toEqual({ ok: true, value: null });
    expect(await areCodesOff(member.user.id)).toBe(false);
    await sendMailsOf(member.user.id);
    for (const [event, subject] of [
      ["codes_switched_off", "were switched off"],
      ["codes_switched_on", "were switched on"],
    ] as const) {
      expect(await eventsOf(member.user.id, event)).toEqual([
        expect.objectContaining({ actorId: member.user.id, userAgent: visitor.userAgent }),
      ]);
      const mail = await inbox.waitForMessage({ to: member.user.email, subject });
      expect(mail.text).toMatch(/\/not-me\/[A-Za-z0-9_-]{44}/);
    }
  });
});

describe("a member with passkeys only", () => {
  it("logs in with the passkey, and with a recovery code", async () => {
    const { user, passkey, recoveryCodes } = await passkeysOnlyMember({ withCodes: true });
    const browser = newBrowser();
    const answer = passkey.sign(await loginOptions(browser));
    expect(await completePasskeyLogin(answer, browser, visitor)).toMatchObject({ ok: true });
    expect(await logInByCode(user.email, recoveryCodes[0] ?? "")).toMatchObject({ ok: true });
  });

  it("switches codes on with a recovery code, and then logs in with a code", async () => {
    const { user, session, recoveryCodes } = await passkeysOnlyMember({ withCodes: true });
    const code = typed(recoveryCodes[0]);
    expect(await finishRecoveryStepUp({ act: "switch-codes-on", code }, session, visitor)).toMatchObject({ ok: true });
    expect(await switchCodesOn(session, visitor)).toEqual({ ok: true, value: null });
    const asked = await beginLogin(user.email);
    expect(await handIn(await inbox.latestCode(user.email), asked)).toMatchObject({ ok: true });
  });

  it("cannot remove the last working passkey until codes are on, and keeps the re-authentication", async () => {
    const member = await passkeysOnlyMember();
    const { session, user, passkey } = member;
    const second = await addPasskeyTo(session, member.browser);
    await db().authenticator.update({
      where: { credentialID: second.passkey.id },
      data: { cloneSuspectedAt: new Date() },
    });
    await proveNow(session, "remove-passkey");
    expect(await removeOwnPasskey(session, passkey.id, visitor)).toEqual({ ok: false, error: "LAST_PASSKEY" });
    expect(await removeOwnPasskey(session, second.passkey.id, visitor)).toEqual({ ok: true, value: null });
    await proveNow(session, "switch-codes-on");
    await switchCodesOn(session, visitor);
    await proveNow(session, "remove-passkey");
    expect(await removeOwnPasskey(session, passkey.id, visitor)).toEqual({ ok: true, value: null });
    expect(await db().authenticator.count({ where: { userId: user.id } })).toBe(0);
  });

  it("still verifies a new email address with a code to it", async () => {
    const { user, session, browser } = await passkeysOnlyMember();
    const { email } = newPerson();
    await proveNow(session, "change-email");
    const started = await startEmailChange(session, email, "/account/email", { ...browser, visitor });
    if (!started.ok) throw new Error(started.error);
    await started.value.deliver();
    expect(await codesTo(email)).toHaveLength(1);
    expect(await codesTo(user.email)).toEqual([]);
  });
});
