import { afterEach, describe, expect, it } from "vitest";
import { phoneChannels } from "@/lib/code-channels";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { type Charge, forget, readUse } from "@/lib/limits/consume";
import {
  asking,
  beginLogin,
  beginRegistration,
  createUser,
  handIn,
  inbox,
  letTimePass,
  logIn,
  newPerson,
  wrongCode,
  wrongCodeFor,
} from "@/test/login-parts";
import { askAgain, askByPhone, beginPhoneLogin, createPhoneOwner, newPhone } from "@/test/phone-parts";
import { askForText, handInText, verifyPhone } from "@/test/profile-parts";
import { resendCode } from "./resend-code";

afterEach(() => inbox.clearFaults());

describe("a code by phone", () => {
  it.each(phoneChannels)("by %s logs in as a login by phone, and does not verify the email", async (channel) => {
    const owner = await createPhoneOwner();
    const login = await beginPhoneLogin(owner.email, channel);
    expect(await inbox.waitForMessage({ to: owner.phone })).toMatchObject({ channel });
    const finished = await handIn(await inbox.latestCode(owner.phone), login);
    expect(finished).toMatchObject({ ok: true, value: { userId: owner.id, outcome: "LOGGED_IN" } });
    const [session] = await db().session.findMany({ where: { userId: owner.id } });
    expect(session?.method).toBe("PHONE_CODE");
    const after = await db().user.findUniqueOrThrow({ where: { id: owner.id } });
    expect(after.emailVerified).toEqual(owner.emailVerified);
  });

  it("and the code by email both work, and the first one used ends the other", async () => {
    const [byMail, byPhone] = [await createPhoneOwner(), await createPhoneOwner()];
    const first = await beginPhoneLogin(byMail.email);
    expect(await handIn(await inbox.latestCode(byMail.email), first)).toMatchObject({ ok: true });
    expect(await handIn(await inbox.latestCode(byMail.phone), first)).toMatchObject({ error: "CHALLENGE_FINISHED" });
    const second = await beginPhoneLogin(byPhone.email);
    expect(await handIn(await inbox.latestCode(byPhone.phone), second)).toMatchObject({ ok: true });
    expect(await handIn(await inbox.latestCode(byPhone.email), second)).toMatchObject({ error: "CHALLENGE_FINISHED" });
    const methods = await db().session.findMany({ where: { userId: { in: [byMail.id, byPhone.id] } } });
    expect(methods.map(({ method }) => method).sort()).toEqual(["EMAIL_CODE", "PHONE_CODE"]);
  });

  it("logs in only to the account of that phone (R21)", async () => {
    const [owner, other] = [await createPhoneOwner(), await createPhoneOwner()];
    await beginPhoneLogin(owner.email);
    const ofOther = await beginPhoneLogin(other.email);
    const code = await inbox.latestCode(owner.phone);
    if (code === (await inbox.latestCode(other.phone)) || code === (await inbox.latestCode(other.email))) return;
    expect(await handIn(code, ofOther)).toMatchObject({ error: "CODE_REJECTED" });
  });

  it("is used once by simultaneous requests", async () => {
    const owner = await createPhoneOwner();
    const login = await beginPhoneLogin(owner.email);
    const code = await inbox.latestCode(owner.phone);
    const finished = await Promise.all(Array.from({ length: 5 }, () => handIn(code, login)));
    expect(finished.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().session.count({ where: { userId: owner.id } })).toBe(1);
  });

  it("is in the audit trail with its channel, without code or number", async () => {
    const owner = await createPhoneOwner();
    const login = await beginPhoneLogin(owner.email);
    const code = await inbox.latestCode(owner.phone);
    await handIn(wrongCode(code), login);
    await handIn(code, login);
    const events = await db().auditEvent.findMany({
      where: { challengeId: login.challengeId },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ name, details }) => [name, (details as { channel?: string } | null)?.channel])).toEqual([
      ["login_requested", undefined],
      ["code_sent", "EMAIL"],
      ["code_resent", "SMS"],
      ["code_sent", "SMS"],
      ["code_rejected", expect.stringMatching(/^(SMS|EMAIL)$/)],
      ["login_succeeded", "SMS"],
    ]);
    const text = JSON.stringify(events, (_, value) => (typeof value === "bigint" ? null : value));
    expect(text).not.toContain(owner.phone);
  });

  it.each([
    ["the number was changed", { phone: newPhone() }],
    ["the number is not verified any more", { phoneVerified: null }],
    ["its owner became staff", { role: "STAFF" }],
    ["its owner became an admin", { role: "ADMIN" }],
  ] as const)("logs no one in once %s (R21)", async (_, change) => {
    const owner = await createPhoneOwner();
    const login = await beginPhoneLogin(owner.email);
    const code = await inbox.latestCode(owner.phone);
    await db().user.update({ where: { id: owner.id }, data: change });
    expect(await handIn(code, login)).toMatchObject({ ok: false, error: "CODE_REJECTED" });
    expect(await db().session.count({ where: { userId: owner.id } })).toBe(0);
  });

  it("gives no access to an account that is disabled or pending deletion", async () => {
    const disabled = await createPhoneOwner();
    const login = await beginPhoneLogin(disabled.email);
    await db().user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
    expect(await handIn(await inbox.latestCode(disabled.phone), login)).toMatchObject({ error: "ACCOUNT_DISABLED" });
    const leaving = await createPhoneOwner();
    await db().user.update({ where: { id: leaving.id }, data: { deletionAskedAt: new Date() } });
    const held = await beginPhoneLogin(leaving.email);
    expect(await handIn(await inbox.latestCode(leaving.phone), held)).toMatchObject({
      error: "ACCOUNT_PENDING_DELETION",
    });
    expect(await db().session.count({ where: { userId: { in: [disabled.id, leaving.id] } } })).toBe(0);
  });
});

describe("a visitor who asks for a code by phone", () => {
  it("gets the same answer, rows and refusals, whether or not the account has a phone (R14, R20)", async () => {
    const people: Record<string, { email: string; phone: string }> = {
      stranger: { ...newPerson(), phone: newPhone() },
      unverified: await createUser({ ...newPerson(), phone: newPhone() }),
      staff: await createPhoneOwner({ role: "STAFF" }),
      admin: await createPhoneOwner({ role: "ADMIN" }),
      disabled: await createPhoneOwner({ disabledAt: new Date() }),
      abroad: await createPhoneOwner({ phone: `+33612${newPhone().slice(-6)}` }),
      owner: await createPhoneOwner(),
    };
    const seen: Record<string, unknown> = {};
    const texts: Record<string, number> = {};
    for (const [name, { email, phone }] of Object.entries(people)) {
      const login = await beginLogin(email);
      const { deliver, ...answer } = await askAgain(login, "sms");
      const { phoneChannel, sends, attempts } = await db().challenge.findUniqueOrThrow({
        where: { id: login.challengeId },
      });
      await deliver();
      await letTimePass(login.challengeId);
      const wrong = await wrongCodeFor(email, phone);
      const since = (await inbox.journal()).length;
      const refusal = await handIn(wrong, login);
      const asked = (await inbox.journal()).slice(since).map(({ method, path }) => `${method} ${path}`);
      seen[name] = { answer, phoneChannel, sends, attempts, refusal, asked };
      texts[name] = (await inbox.messages({ to: phone })).length;
    }
    for (const name of Object.keys(people))
      expect({ name, ...(seen[name] as object) }).toEqual({ name, ...(seen.owner as object) });
    expect((seen.owner as { asked: string[] }).asked.filter((one) => one.endsWith("/VerificationCheck"))).toHaveLength(
      2,
    );
    expect(texts).toEqual({ stranger: 0, unverified: 0, staff: 0, admin: 0, disabled: 0, abroad: 0, owner: 1 });
  });

  it("shares one wait and five messages among all channels (R11)", async () => {
    const owner = await createPhoneOwner();
    const login = await beginLogin(owner.email);
    const first = await askAgain(login, "sms");
    expect(first).toMatchObject({ channel: "sms", resendInSeconds: 40, sends: 2 });
    const tooEarly = { ok: false, error: "RESEND_TOO_EARLY" };
    expect(await resendCode(login.challengeId, asking(login.browser), "email")).toEqual(tooEarly);
    expect(await resendCode(login.challengeId, asking(login.browser), "call")).toEqual(tooEarly);
    expect(await askAgain(login, "email")).toMatchObject({ resendInSeconds: 60, sends: 3 });
    expect(await askAgain(login, "call")).toMatchObject({ resendInSeconds: 90, sends: 4 });
    expect(await askAgain(login, "whatsapp")).toMatchObject({ resendInSeconds: null, sends: 5 });
    expect(await resendCode(login.challengeId, asking(login.browser), "sms")).toEqual({
      ok: false,
      error: "RESENDS_SPENT",
    });
  });

  it("has five attempts for both codes together (R7)", async () => {
    const owner = await createPhoneOwner();
    const login = await beginPhoneLogin(owner.email);
    const [mailed, texted] = [await inbox.latestCode(owner.email), await inbox.latestCode(owner.phone)];
    const wrong = [1, 2, 3, 4, 5]
      .map((digit) => String(digit).repeat(6))
      .filter((code) => code !== mailed && code !== texted);
    for (const code of [...wrong, "666666", "777777"].slice(0, 5)) await handIn(code, login);
    expect(await handIn(texted, login)).toEqual({ ok: false, error: "TOO_MANY_ATTEMPTS" });
    expect(await handIn(mailed, login)).toEqual({ ok: false, error: "TOO_MANY_ATTEMPTS" });
  });

  it("uses the daily limit for each compared code, so that two codes give an attacker no more guesses (R7)", async () => {
    for (const { email, phone } of [await createPhoneOwner(), { ...newPerson(), phone: newPhone() }]) {
      const guesses: Charge[] = [
        { policy: "check.identity.hour", subject: email },
        { policy: "check.identity.day", subject: email },
      ];
      const used = async () => (await readUse(guesses)).map((use) => use.used);
      const login = await beginLogin(email);
      await handIn(await wrongCodeFor(email), login);
      expect(await used()).toEqual([1, 1]);
      await askByPhone(login);
      await handIn(await wrongCodeFor(email, phone), login);
      expect(await used()).toEqual([2, 3]);
    }
  });

  it("gets an email instead during a registration or a re-authentication (R21)", async () => {
    const person = { ...newPerson(), phone: newPhone() };
    const registration = await beginRegistration(person);
    expect(await askAgain(registration, "sms")).toMatchObject({ channel: "email" });
    expect(await inbox.messages({ to: person.phone })).toEqual([]);
    const { phoneChannel } = await db().challenge.findUniqueOrThrow({ where: { id: registration.challengeId } });
    expect(phoneChannel).toBeNull();
  });
});

describe("what a message to a phone may cost", () => {
  it("is limited to five a day for one account, while codes by email still log its owner in (R17)", async () => {
    const owner = await createPhoneOwner();
    const login = await beginLogin(owner.email);
    for (const channel of ["sms", "call", "whatsapp", "sms"] as const) await askByPhone(login, channel);
    // Ten minutes later, as far as the mailbox is concerned.
    await forget([{ policy: "send.address.short", subject: owner.email }]);
    const next = await beginPhoneLogin(owner.email);
    expect(await inbox.messages({ to: owner.phone })).toHaveLength(5);
    await askByPhone(next);
    expect(await inbox.messages({ to: owner.phone })).toHaveLength(5);
    expect(await lastEvents(next.challengeId, 2)).toEqual([
      ["code_resent", { channel: "SMS" }],
      ["code_not_sent", { channel: "SMS", reason: "LIMIT_REACHED" }],
    ]);
    expect(await handIn(await inbox.latestCode(owner.email), next)).toMatchObject({ ok: true });
  });

  it("is limited to twenty a day for ten thousand neighbouring numbers, over all accounts (R17)", async () => {
    const block = newPhone("+49170").slice(0, -4);
    const owners = await Promise.all(
      Array.from({ length: 23 }, (_, index) => createPhoneOwner({ phone: `${block}${1000 + index}` })),
    );
    let texts = 0;
    for (const { email, phone } of owners) {
      await beginPhoneLogin(email);
      texts += (await inbox.messages({ to: phone })).length;
    }
    expect(texts).toBe(20);
    const last = owners.at(-1);
    if (last === undefined) throw new Error("nobody");
    expect((await logIn(last.email)).userId).toBe(last.id);
  });

  it.each([
    [60410, "Fraud Guard"],
    [60605, "Geo Permissions"],
    [60205, "a landline"],
  ])(
    "is nothing if Twilio refuses with %i (%s), with the same answer and no notice that codes are late (R20)",
    async (code) => {
      const owner = await createPhoneOwner();
      await inbox.addFault({ match: { to: owner.phone, path: "/Verifications$" }, action: { code } });
      const login = await beginPhoneLogin(owner.email);
      expect(await lastEvents(login.challengeId, 1)).toEqual([
        ["code_not_sent", { channel: "SMS", reason: "ADDRESS_REFUSED" }],
      ]);
      const health = await db().providerHealth.findUnique({ where: { provider: "twilio" } });
      expect(health?.consecutiveFailures ?? 0).toBe(0);
      expect(await handIn(await inbox.latestCode(owner.email), login)).toMatchObject({ ok: true });
    },
  );
});

describe("the code that is pending for a phone", () => {
  it("verifies the number that it was sent to, also while a message to the next number is on its way", async () => {
    const owner = await createPhoneOwner();
    const login = await beginPhoneLogin(owner.email);
    const code = await inbox.latestCode(owner.phone);
    const next = newPhone();
    await db().user.update({ where: { id: owner.id }, data: { phone: next } });
    const { deliver } = await askAgain(login, "sms");
    expect(await handIn(code, login)).toMatchObject({ error: "CODE_REJECTED" });
    await deliver();
    expect(await inbox.messages({ to: next })).toHaveLength(1);
    expect(await handIn(code, login)).toMatchObject({ error: "CODE_REJECTED" });
    expect(await db().session.count({ where: { userId: owner.id } })).toBe(0);
  });

  it("stays valid when a later message fails", async () => {
    const owner = await createPhoneOwner();
    const login = await beginPhoneLogin(owner.email);
    const code = await inbox.latestCode(owner.phone);
    await inbox.addFault({ match: { to: owner.phone, path: "/Verifications$" }, action: { code: 60410 } });
    await askByPhone(login);
    expect(await handIn(code, login)).toMatchObject({ ok: true });
  });

  it("is replaced after an attacker has guessed five times", async () => {
    const owner = await createPhoneOwner();
    const stranger = await beginPhoneLogin(owner.email);
    const burned = await inbox.latestCode(owner.phone);
    const wrong = await wrongCodeFor(owner.email, owner.phone);
    for (let guess = 0; guess < 5; guess++) await handIn(wrong, stranger);
    const login = await beginPhoneLogin(owner.email);
    const fresh = await inbox.latestCode(owner.phone);
    expect(fresh).not.toBe(burned);
    expect(await handIn(fresh, login)).toMatchObject({ ok: true });
  });

  it("is not the code that verifies the number itself", async () => {
    const owner = await createPhoneOwner();
    const login = await beginPhoneLogin(owner.email);
    const shared = await inbox.latestCode(owner.phone);
    const { phoneSid } = await db().challenge.findUniqueOrThrow({ where: { id: login.challengeId } });
    const verifying = {
      id: hashKey(owner.id).slice(0, 22),
      purpose: "VERIFY_PHONE",
      address: owner.phone,
      channel: "SMS",
      browserKeyHash: "0".repeat(64),
      providerSid: phoneSid,
      expiresAt: new Date(Date.now() + 60_000),
    } as const;
    await db().challenge.create({ data: verifying });
    expect(await handIn(shared, login)).toMatchObject({ error: "CODE_REJECTED" });
    await askByPhone(login);
    const own = await inbox.latestCode(owner.phone);
    expect(own).not.toBe(shared);
    expect(await handIn(own, login)).toMatchObject({ ok: true });
  });
});

describe("a number that is being verified", () => {
  it("is not verified by the code of its owner's login", async () => {
    const owner = await createPhoneOwner();
    await beginPhoneLogin(owner.email);
    const ofLogin = await inbox.latestCode(owner.phone);
    const asked = await askForText(undefined, owner.phone);
    expect(await inbox.latestCode(owner.phone)).not.toBe(ofLogin);
    expect(await handInText(asked, ofLogin)).toEqual({ ok: false, error: "CODE_REJECTED" });
  });

  it("logs its owner in after verification", async () => {
    const { session, address } = await verifyPhone();
    const login = await beginPhoneLogin(session.user.email);
    const finished = await handIn(await inbox.latestCode(address), login);
    expect(finished).toMatchObject({ ok: true, value: { userId: session.user.id } });
  });
});

async function lastEvents(challengeId: string, count: number) {
  const events = await db().auditEvent.findMany({ where: { challengeId }, orderBy: { id: "asc" } });
  return events.slice(-count).map(({ name, details }) => [name, details]);
}
