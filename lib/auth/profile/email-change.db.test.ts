import { describe, expect, it } from "vitest";
import { resendCode } from "@/lib/auth/challenge/resend-code";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { findLiveSession, type LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { recordProviderOutcome } from "@/lib/verification/provider-health";
import { newAdmin } from "@/test/admin-parts";
import {
  asking,
  beginLogin,
  beginRegistration,
  createUser,
  handIn,
  inbox,
  logIn,
  newBrowser,
  newPerson,
  visitor,
  wrongCode,
} from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { addPasskeyTo, eventsOf, openTestSession, proveNow } from "@/test/passkey-parts";
import { askForText, askToMove, handInMove, moveTo, verifyPhone } from "@/test/profile-parts";
import { findWantedAddress, finishEmailChange, startEmailChange } from "./change-email";
import { finishPhoneChange } from "./change-phone";

describe("moving an account to another email", () => {
  it("sends nothing before a re-authentication of this session for exactly that, and uses it up (R33)", async () => {
    const session = await openTestSession();
    const { email } = newPerson();
    const start = () => startEmailChange(session, email, "/account/email", { ...newBrowser(), visitor });
    expect(await start()).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    await proveNow(session, "change-phone");
    await proveNow(session, "change-email", new Date(Date.now() - 5 * 60_000));
    expect(await start()).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    expect(await db().challenge.count({ where: { address: email } })).toBe(0);
    await askToMove(await openTestSession(session.user.id), email);
    await db().stepUp.deleteMany({ where: { sessionId: session.id } });
    await proveNow(session, "change-email");
    const started = await Promise.all([start(), start(), start()]);
    expect(started.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("changes nothing before the code that went to the new address is right (R33)", async () => {
    const asked = await askToMove();
    const code = await inbox.latestCode(asked.address);
    expect(await handInMove(asked, wrongCode(code))).toEqual({ ok: false, error: "CODE_REJECTED" });
    expect((await rowOf(asked)).email).toBe(asked.session.user.email);
    expect(await handInMove(asked, code)).toMatchObject({ ok: true });
    expect(await rowOf(asked)).toMatchObject({ email: asked.address, emailVerified: expect.any(Date) });
    expect(await eventsOf(asked.session.user.id, "email_changed")).toHaveLength(1);
    expect(await handInMove(asked, code)).toMatchObject({ ok: false });
  });

  it("accepts the code from no other session or browser", async () => {
    const asked = await askToMove();
    const code = await inbox.latestCode(asked.address);
    const other = await openTestSession(asked.session.user.id);
    expect(await handInMove({ ...asked, session: other }, code)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    const elsewhere = { ...asked, challengeKey: newBrowser().challengeKey };
    expect(await handInMove(elsewhere, code)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    const text = { challengeId: asked.challengeId, code };
    expect(
      await finishEmailChange(text, asked.session, { ...newBrowser(), challengeKey: null }, visitor),
    ).toMatchObject({ ok: false });
    await db().session.delete({ where: { id: asked.session.id } });
    expect(await handInMove(asked, code)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    expect((await rowOf(asked)).email).toBe(asked.session.user.email);
  });

  it("accepts no code sent for a registration, and the other way round (R5)", async () => {
    const person = newPerson();
    const registration = await beginRegistration(person);
    const code = await inbox.latestCode(person.email);
    const asked = await askToMove(undefined, person.email);
    const newCode = await inbox.latestCode(person.email);
    expect(newCode).not.toBe(code);
    expect(await handInMove(asked, code)).toEqual({ ok: false, error: "CODE_REJECTED" });
    expect(await handIn(newCode, registration)).toMatchObject({ ok: false });
    expect(await handInMove(asked, newCode)).toMatchObject({ ok: true });
  });

  it("cancels pending codes to the old address, and keeps sessions and passkeys", async () => {
    const user = await createUser();
    const other = await logIn(user.email);
    const session = await openTestSession(user.id);
    await addPasskeyTo(session, newBrowser());
    const pending = await beginLogin(user.email);
    const code = await inbox.latestCode(user.email);
    await moveTo(session);
    expect(await handIn(code, pending)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    expect(await findLiveSession(other.sid)).not.toBeNull();
    expect(await db().authenticator.count({ where: { userId: user.id } })).toBe(1);
    expect(await db().stepUp.count({ where: { session: { userId: user.id } } })).toBe(0);
  });

  it("makes the report links in the old mailbox useless (R33)", async () => {
    const user = await createUser();
    const login = await logIn(user.email);
    const session = await findLiveSession(login.sid);
    if (session === null) throw new Error("The new session is not alive.");
    const { reportToken } = await addPasskeyTo(session, newBrowser());
    const tokens = [
      reportToken,
      makeReportToken("challenge", login.challengeId),
      makeReportToken("browser", login.browserId),
      makeReportToken("session", session.id),
    ];
    const { moved } = await moveTo(session);
    await db().challenge.delete({ where: { id: login.challengeId } });
    for (const token of tokens) await reportNotMe(token, visitor);
    expect(await findLiveSession(moved.sid)).not.toBeNull();
    expect(await db().authenticator.count({ where: { userId: user.id } })).toBe(1);
    expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(1);
  });

  it("is reported to both addresses, to the old one with an undo link and without the new address (R33)", async () => {
    const { moved } = await moveTo();
    await sendMailsOf(moved.userId);
    const old = await inbox.waitForMessage({ to: moved.oldEmail, subject: "Your email address was changed" });
    expect(old.text).toContain(`/undo-email/${moved.undoToken}`);
    expect(old.text).not.toContain(moved.newEmail);
    const given = await inbox.waitForMessage({ to: moved.newEmail, subject: "This is now your account's address" });
    expect(given.text).not.toContain(moved.oldEmail);
    expect(await eventsOf(moved.userId, "profile_change_alerted")).toHaveLength(2);
  });

  it("needs a passkey from an admin who has had one, and accepts no code (R33)", async () => {
    const session = await openTestSession((await newAdmin({ provenAt: null })).id);
    await proveNow(session, "change-email");
    const start = () => startEmailChange(session, newPerson().email, "/account/email", { ...newBrowser(), visitor });
    expect(await start()).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    await proveNow(session, "administer");
    expect(await start()).toMatchObject({ ok: true });
  });

  it("can be requested five times a day", async () => {
    const session = await openTestSession();
    for (let time = 0; time < 5; time++) await askToMove(session);
    await proveNow(session, "change-email");
    const again = startEmailChange(session, newPerson().email, "/account/email", { ...newBrowser(), visitor });
    await expect(again).rejects.toBeInstanceOf(TooManyRequests);
  });

  it("sends nothing again after the requesting session has ended", async () => {
    const asked = await askToMove();
    await db().challenge.update({
      where: { id: asked.challengeId },
      data: { lastSentAt: new Date(Date.now() - 31_000) },
    });
    await db().session.delete({ where: { id: asked.session.id } });
    const browser = asking({ challengeKey: asked.challengeKey, trustedKey: newBrowser().trustedKey });
    expect(await resendCode(asked.challengeId, browser)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    const row = await db().challenge.findUniqueOrThrow({ where: { id: asked.challengeId } });
    expect(row.sends).toBe(1);
  });

  it("sends the same code again on request", async () => {
    const asked = await askToMove();
    await db().challenge.update({
      where: { id: asked.challengeId },
      data: { lastSentAt: new Date(Date.now() - 31_000) },
    });
    const browser = asking({ challengeKey: asked.challengeKey, trustedKey: newBrowser().trustedKey });
    const resent = await resendCode(asked.challengeId, browser);
    if (!resent.ok) throw new Error(resent.error);
    await resent.value.deliver();
    const codes = (await inbox.messages({ to: asked.address })).map((mail) => mail.code);
    expect(codes).toHaveLength(2);
    expect(new Set(codes).size).toBe(1);
  });
});

describe("an address that belongs to another account", () => {
  it("is requested like any other, with the same rows, message and answer (R16)", async () => {
    const taken = await createUser();
    const [first, second] = [await askToMove(undefined, taken.email), await askToMove()];
    const shapeOf = async ({ challengeId, address }: typeof first) => {
      const { purpose, channel, providerSid, expiresAt, createdAt } = await db().challenge.findUniqueOrThrow({
        where: { id: challengeId },
      });
      const [mail] = await inbox.messages({ to: address });
      const life = expiresAt.getTime() - createdAt.getTime();
      return { purpose, channel, hasSid: providerSid !== null, life, subject: mail?.subject.replace(/\d{6}/, "") };
    };
    expect(await shapeOf(first)).toEqual(await shapeOf(second));
  });

  it("stays with that account, and only its reader learns that, after the right code (R16)", async () => {
    const taken = await createUser();
    const asked = await askToMove(undefined, taken.email);
    const code = await inbox.latestCode(taken.email);
    expect(await handInMove(asked, wrongCode(code))).toEqual({ ok: false, error: "CODE_REJECTED" });
    expect(await handInMove(asked, code)).toEqual({ ok: false, error: "EMAIL_TAKEN" });
    expect((await rowOf(asked)).email).toBe(asked.session.user.email);
    expect((await db().user.findUniqueOrThrow({ where: { id: taken.id } })).email).toBe(taken.email);
    expect(await db().emailChange.count({ where: { userId: asked.session.user.id } })).toBe(0);
  });

  it("is not requested while mail is down, and the re-authentication is kept", async () => {
    const session = await openTestSession();
    await proveNow(session, "change-email");
    const { challengeKey } = newBrowser();
    const start = () => startEmailChange(session, newPerson().email, "/account/email", { challengeKey, visitor });
    for (let failure = 1; failure <= 5; failure++) await recordProviderOutcome("sendgrid", "TIMEOUT");
    expect(await start()).toEqual({ ok: false, error: "MAIL_DOWN" });
    await db().providerHealth.updateMany({ data: { lastFailureAt: new Date(Date.now() - 121_000) } });
    expect(await start()).toMatchObject({ ok: true });
    await recordProviderOutcome("sendgrid", null);
  });

  it("is offered again only to the requesting session, if its code was never right", async () => {
    const asked = await askToMove();
    const wanted = (session: LiveSession) => findWantedAddress(session, "CHANGE_EMAIL");
    await db().challenge.update({ where: { id: asked.challengeId }, data: { expiresAt: new Date() } });
    expect(await wanted(asked.session)).toBe(asked.address);
    expect(await wanted(await openTestSession(asked.session.user.id))).toBeNull();
    expect(await wanted(await openTestSession())).toBeNull();
    expect(await findWantedAddress(asked.session, "VERIFY_PHONE")).toBeNull();
    const again = await moveTo(asked.session);
    expect(await wanted(again.session)).toBeNull();
  });

  it("is also refused if it registered while the code was on its way", async () => {
    const person = newPerson();
    const asked = await askToMove(undefined, person.email);
    const code = await inbox.latestCode(person.email);
    await createUser(person);
    expect(await handInMove(asked, code)).toEqual({ ok: false, error: "EMAIL_TAKEN" });
  });

  it("goes to one of two accounts that request it at once", async () => {
    const { email } = newPerson();
    const first = await askToMove(undefined, email);
    const second = await askToMove(undefined, email);
    await db().challenge.updateMany({ where: { address: email }, data: { provenAt: new Date() } });
    const moved = await Promise.all([handInMove(first, "000000"), handInMove(second, "000000")]);
    expect(moved.map((each) => (each.ok ? each.value.state : each.error)).sort()).toEqual(["EMAIL_TAKEN", "MOVED"]);
    expect(await db().user.count({ where: { email } })).toBe(1);
  });
});

describe("two moves of one account", () => {
  it("at once result in one, because the other was requested from a former address", async () => {
    const session = await openTestSession();
    const [first, second] = [await askToMove(session), await askToMove(session)];
    const ids = [first.challengeId, second.challengeId];
    await db().challenge.updateMany({ where: { id: { in: ids } }, data: { provenAt: new Date() } });
    const moved = await Promise.all([handInMove(first, "000000"), handInMove(second, "000000")]);
    expect(moved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().emailChange.count({ where: { userId: session.user.id } })).toBe(1);
  });

  it("with the same right code ten times happen once", async () => {
    const asked = await askToMove();
    const code = await inbox.latestCode(asked.address);
    const moved = await Promise.all(Array.from({ length: 5 }, () => handInMove(asked, code)));
    expect(moved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await eventsOf(asked.session.user.id, "email_changed")).toHaveLength(1);
  });
});

describe("the reader of an address that someone else entered", () => {
  it("cancels the request by 'This was not me', and changes nothing in the requesting account", async () => {
    const asked = await askToMove();
    const code = await inbox.latestCode(asked.address);
    expect(await reportNotMe(makeReportToken("challenge", asked.challengeId), visitor)).toBe(true);
    expect(await handInMove(asked, code)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    expect(await db().session.count({ where: { id: asked.session.id } })).toBe(1);
  });
});

it("a login with the old address finds no account, and one with the new address does", async () => {
  const session = (await verifyPhone()).session;
  const { moved } = await moveTo(session);
  const { challengeId } = await beginLogin(moved.oldEmail);
  await inbox.waitForMessage({ to: moved.oldEmail, subject: "account for this address" });
  expect(await db().session.count({ where: { challengeId } })).toBe(0);
  expect(await logIn(moved.newEmail)).toMatchObject({ userId: moved.userId });
});

it("an email change cancels other requests of the session with the old address", async () => {
  const session = await openTestSession();
  const text = await askForText(session);
  await moveTo(session);
  const code = await inbox.latestCode(text.address);
  const moved = await db().session.findFirstOrThrow({ where: { userId: session.user.id } });
  expect(moved.id).not.toBe(session.id);
  const attempt = { challengeId: text.challengeId, code };
  const alive = { ...session, id: moved.id };
  const browser = { ...newBrowser(), challengeKey: text.challengeKey };
  expect(await finishPhoneChange(attempt, alive, browser, visitor)).toMatchObject({ ok: false });
});

async function rowOf({ session }: { session: { user: { id: string } } }) {
  return await db().user.findUniqueOrThrow({ where: { id: session.user.id } });
}
