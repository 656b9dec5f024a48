import { describe, expect, it } from "vitest";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { findLiveSession, type LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { maskPhone } from "@/lib/identifier";
import { arePhonesReached } from "@/lib/phone/phone-channels";
import { mayAskProvider } from "@/lib/verification/provider-health";
import { newAdmin } from "@/test/admin-parts";
import { createUser, inbox, logIn, newBrowser, newPerson, visitor, wrongCode } from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { eventsOf, openTestSession, proveNow } from "@/test/passkey-parts";
import { newPhone } from "@/test/phone-parts";
import { askForText, handInText, moveTo, verifyPhone } from "@/test/profile-parts";
import { startPhoneChange } from "./change-phone";

const french = "+33612345678";

describe("verifying a phone number", () => {
  it("sends nothing before a re-authentication of this session for exactly that, and uses it up (R20)", async () => {
    const session = await openTestSession();
    const phone = newPhone();
    expect(await start(session, phone)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    await proveNow(session, "change-email");
    await proveNow(session, "change-phone", new Date(Date.now() - 5 * 60_000));
    expect(await start(session, phone)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    expect(await inbox.messages({ to: phone })).toEqual([]);
    await db().stepUp.deleteMany({ where: { sessionId: session.id } });
    await proveNow(session, "change-phone");
    const started = await Promise.all([start(session, phone), start(session, phone), start(session, phone)]);
    expect(started.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("changes nothing before the code by text is right, and then number and verification together", async () => {
    const asked = await askForText();
    const [text] = await inbox.messages({ to: asked.address });
    expect(text).toMatchObject({ channel: "sms" });
    const code = await inbox.latestCode(asked.address);
    expect(await handInText(asked, wrongCode(code))).toEqual({ ok: false, error: "CODE_REJECTED" });
    expect(await rowOf(asked.session)).toMatchObject({ phone: asked.session.user.phone, phoneVerified: null });
    expect(await handInText(asked, code)).toMatchObject({ ok: true });
    expect(await rowOf(asked.session)).toMatchObject({ phone: asked.address, phoneVerified: expect.any(Date) });
    const [event] = await eventsOf(asked.session.user.id, "phone_changed");
    expect(event).toMatchObject({ maskedIdentifier: null, details: { isVerified: true } });
    const trail = await db().auditEvent.findMany({ where: { challengeId: asked.challengeId } });
    expect(trail.length).toBeGreaterThan(2);
    for (const entry of trail) expect(entry.maskedIdentifier).toBe(maskPhone(asked.address));
  });

  it("accepts the code from no other session or browser, and for no other number", async () => {
    const asked = await askForText();
    const code = await inbox.latestCode(asked.address);
    const other = await openTestSession(asked.session.user.id);
    expect(await handInText({ ...asked, session: other }, code)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    const elsewhere = { ...asked, challengeKey: newBrowser().challengeKey };
    expect(await handInText(elsewhere, code)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    const second = await askForText(asked.session);
    expect(await handInText(second, code)).toEqual({ ok: false, error: "CODE_REJECTED" });
    expect((await rowOf(asked.session)).phoneVerified).toBeNull();
  });

  it("fails for a number of another account, and only its reader learns that (R16)", async () => {
    const first = await verifyPhone();
    const asked = await askForText(undefined, first.address);
    const code = await inbox.latestCode(first.address);
    expect(await handInText(asked, wrongCode(code))).toEqual({ ok: false, error: "CODE_REJECTED" });
    expect(await handInText(asked, code)).toEqual({ ok: false, error: "PHONE_TAKEN" });
    expect((await rowOf(asked.session)).phone).toBe(asked.session.user.phone);
    expect((await rowOf(first.session)).phoneVerified).not.toBeNull();
  });

  it("of one number by two accounts at once succeeds for one", async () => {
    const phone = newPhone();
    const [first, second] = [await askForText(undefined, phone), await askForText(undefined, phone)];
    await db().challenge.updateMany({ where: { address: phone }, data: { provenAt: new Date() } });
    const changed = await Promise.all([handInText(first, "000000"), handInText(second, "000000")]);
    expect(changed.map((each) => (each.ok ? "verified" : each.error)).sort()).toEqual(["PHONE_TAKEN", "verified"]);
    expect(await db().user.count({ where: { phone, phoneVerified: { not: null } } })).toBe(1);
  });

  it("needs a passkey from an admin who has had one, and accepts no code", async () => {
    const session = await openTestSession((await newAdmin({ provenAt: null })).id);
    await proveNow(session, "change-phone");
    expect(await start(session, newPhone())).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    await proveNow(session, "administer");
    expect(await start(session, newPhone())).toMatchObject({ ok: true });
  });

  it("needs nothing for a number that is already verified", async () => {
    const { session, address } = await verifyPhone();
    const now = { ...session, user: { ...session.user, phone: address, phoneVerified: new Date() } };
    expect(await start(now, address)).toEqual({ ok: false, error: "PHONE_UNCHANGED" });
  });
});

describe("what messages to phones may cost", () => {
  it("is limited to five in ten minutes for one number, over all accounts (R20)", async () => {
    const phone = newPhone();
    for (let time = 0; time < 5; time++) await askForText(undefined, phone);
    await expect(provenStart(phone)).rejects.toBeInstanceOf(TooManyRequests);
    expect((await inbox.messages({ to: phone })).length).toBe(5);
  });

  it("is limited to twenty a day for a block of numbers (R20)", async () => {
    const block = newPhone("+49160").slice(0, -4);
    const numbers = Array.from({ length: 21 }, (_, index) => `${block}${String(1_000 + index)}`);
    for (const phone of numbers.slice(0, 20)) expect(await provenStart(phone)).toMatchObject({ ok: true });
    await expect(provenStart(numbers[20] ?? "")).rejects.toBeInstanceOf(TooManyRequests);
  });

  it("is limited to five a day for one user, and the sixth keeps its re-authentication (R20)", async () => {
    const session = await openTestSession();
    for (let time = 0; time < 5; time++) await askForText(session);
    await proveNow(session, "change-phone");
    await expect(start(session, newPhone())).rejects.toBeInstanceOf(TooManyRequests);
    expect(await db().stepUp.count({ where: { sessionId: session.id } })).toBe(1);
  });
});

describe("a number in a country to which the shop sends nothing", () => {
  it("is saved unverified after a re-authentication, and no message goes out (R20)", async () => {
    expect(arePhonesReached()).toBe(true);
    const session = await openTestSession();
    expect(await start(session, french)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    await proveNow(session, "change-phone");
    expect(await start(session, french)).toMatchObject({ ok: true, value: { kind: "SAVED" } });
    expect(await rowOf(session)).toMatchObject({ phone: french, phoneVerified: null });
    expect(await inbox.messages({ to: french })).toEqual([]);
    expect(await start(session, french)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
  });

  it("replaces a verified number and stays unverified", async () => {
    const { session } = await verifyPhone();
    await proveNow(session, "change-phone");
    expect(await start(session, "+33687654321")).toMatchObject({ ok: true });
    expect((await rowOf(session)).phoneVerified).toBeNull();
  });

  it("is refused if another account has verified it, and keeps the re-authentication", async () => {
    const phone = "+33698765432";
    await createUser({ ...newPerson(), phone }, { phoneVerified: new Date() });
    const session = await openTestSession();
    await proveNow(session, "change-phone");
    expect(await start(session, phone)).toEqual({ ok: false, error: "PHONE_TAKEN" });
    expect(await db().stepUp.count({ where: { sessionId: session.id } })).toBe(1);
  });
});

describe("a number that Twilio refuses", () => {
  it.each([60410, 60605, 60205, 60200, 60238])(
    "with %i is reported to the requester, and does not stop codes of others (R20)",
    async (code) => {
      const phone = newPhone();
      await inbox.addFault({ match: { path: "/Verifications$", to: phone }, action: { code, status: 403 }, times: 1 });
      const asked = await askForText(undefined, phone);
      const row = await db().challenge.findUniqueOrThrow({ where: { id: asked.challengeId } });
      expect(row.refusedAt).not.toBeNull();
      expect(await mayAskProvider("twilio")).toBe(true);
      const health = await db().providerHealth.findUnique({ where: { provider: "twilio" } });
      expect(health?.consecutiveFailures ?? 0).toBe(0);
      expect(await handInText(asked, "123456")).toEqual({ ok: false, error: "CODE_REJECTED" });
    },
  );
});

describe("'This was not me' in the mail about a phone", () => {
  it("ends the session that did it, and its number no longer counts as verified (R33)", async () => {
    const { session, reportToken, address } = await verifyPhone();
    await sendMailsOf(session.user.id);
    const mail = await inbox.waitForMessage({ to: session.user.email, subject: "Your phone number was changed" });
    expect(mail.text).toContain(`/not-me/${reportToken}`);
    expect(mail.text).not.toContain(address);
    const other = await logIn(session.user.email);
    expect(await reportNotMe(reportToken, visitor)).toBe(true);
    expect((await rowOf(session)).phoneVerified).toBeNull();
    expect(await db().session.count({ where: { id: session.id } })).toBe(0);
    expect(await findLiveSession(other.sid)).not.toBeNull();
    expect(await eventsOf(session.user.id, "phone_reported")).toHaveLength(1);
  });

  it("does not touch a number that was verified later", async () => {
    const first = await verifyPhone();
    const second = await verifyPhone(await openTestSession(first.session.user.id));
    await reportNotMe(first.reportToken, visitor);
    expect(await rowOf(first.session)).toMatchObject({ phone: second.address, phoneVerified: expect.any(Date) });
  });

  it("does not work from a mailbox that no longer belongs to the account", async () => {
    const { session, reportToken } = await verifyPhone();
    await moveTo(session);
    await reportNotMe(reportToken, visitor);
    expect((await rowOf(session)).phoneVerified).not.toBeNull();
    expect(await db().session.count({ where: { userId: session.user.id } })).toBe(1);
  });
});

async function start(session: LiveSession, phone: string) {
  return await startPhoneChange(session, phone, "/account/phone", { ...newBrowser(), visitor });
}

async function provenStart(phone: string) {
  const session = await openTestSession();
  await proveNow(session, "change-phone");
  return await start(session, phone);
}

async function rowOf({ user }: LiveSession) {
  return await db().user.findUniqueOrThrow({ where: { id: user.id } });
}
