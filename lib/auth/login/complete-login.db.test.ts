import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { areCodesLate } from "@/lib/verification/provider-health";
import {
  beginLogin,
  beginRegistration,
  createUser,
  inbox,
  makeTrusted,
  newBrowser,
  newPerson,
  visitor,
  wrongCode,
} from "@/test/login-parts";
import { newPhone } from "@/test/phone-parts";
import { completeLogin } from "./complete-login";

const tenMinutesMs = 10 * 60_000;

describe("a code", () => {
  it("logs in the browser that asked", async () => {
    const user = await createUser();
    const { challengeId, browser } = await beginLogin(user.email);
    const code = await inbox.latestCode(user.email);
    const finished = await completeLogin({ challengeId, code }, browser, visitor);
    expect(finished).toMatchObject({ ok: true, value: { userId: user.id, outcome: "LOGGED_IN" } });
    expect(await db().session.count({ where: { userId: user.id } })).toBe(1);
  });

  it("cannot be used twice (R3)", async () => {
    const { email, id } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    await completeLogin({ challengeId, code }, browser, visitor);
    const again = await completeLogin({ challengeId, code }, browser, visitor);
    expect(again).toEqual({ ok: false, error: "CHALLENGE_FINISHED" });
    expect(await db().session.count({ where: { userId: id } })).toBe(1);
  });

  it("is refused from another browser, even when it is right (R4)", async () => {
    const { email, id } = await createUser();
    const { challengeId } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    for (const challengeKey of [newBrowser().challengeKey, null]) {
      const stolen = await completeLogin({ challengeId, code }, { ...newBrowser(), challengeKey }, visitor);
      expect(stolen).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    }
    expect(await db().session.count({ where: { userId: id } })).toBe(0);
    expect((await db().challenge.findUniqueOrThrow({ where: { id: challengeId } })).attempts).toBe(0);
  });

  it("expires ten minutes after it was first sent (R2)", async () => {
    const { email, id } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    await age(challengeId, tenMinutesMs);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toEqual({
      ok: false,
      error: "CHALLENGE_ENDED",
    });
    expect(await db().session.count({ where: { userId: id } })).toBe(0);
  });

  it("is refused if it has expired at Twilio", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    await inbox.advanceClock(tenMinutesMs, email);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toEqual({
      ok: false,
      error: "CODE_REJECTED",
    });
  });

  it("may be mistyped four times, and after five wrong ones even the right one is refused (R6)", async () => {
    const { email, id } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    for (let guess = 1; guess <= 5; guess++) {
      const guessed = await completeLogin({ challengeId, code: wrongCode(code) }, browser, visitor);
      expect(guessed).toEqual({ ok: false, error: guess < 5 ? "CODE_REJECTED" : "TOO_MANY_ATTEMPTS" });
    }
    const sixth = await completeLogin({ challengeId, code }, browser, visitor);
    expect(sixth).toEqual({ ok: false, error: "TOO_MANY_ATTEMPTS" });
    expect(await db().session.count({ where: { userId: id } })).toBe(0);
  });

  it("guessed fifty times at once reaches Twilio at most five times (R6)", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = wrongCode(await inbox.latestCode(email));
    await Promise.all(Array.from({ length: 50 }, () => completeLogin({ challengeId, code }, browser, visitor)));
    const row = await db().challenge.findUniqueOrThrow({ where: { id: challengeId } });
    expect(row.attempts).toBe(5);
    const asked = await inbox.journal({ to: email });
    const checks = asked.filter((request) => request.path.endsWith("/VerificationCheck"));
    expect(checks.length).toBeLessThanOrEqual(5);
    expect(checks.length).toBeGreaterThan(0);
  });

  it("entered twenty times at once creates one session, and the other nineteen requests learn that it was used (R3)", async () => {
    const { email, id } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => completeLogin({ challengeId, code }, browser, visitor)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const others = results.flatMap((result) => (result.ok ? [] : [result.error]));
    expect(others).toEqual(Array.from({ length: 19 }, () => "CHALLENGE_FINISHED"));
    expect(await db().session.count({ where: { userId: id } })).toBe(1);
  });

  it("of an address without an account is never right", async () => {
    const { email } = newPerson();
    const { challengeId, browser } = await beginLogin(email);
    const guessed = await completeLogin({ challengeId, code: "123456" }, browser, visitor);
    expect(guessed).toEqual({ ok: false, error: "CODE_REJECTED" });
    expect(await db().user.findUnique({ where: { email } })).toBeNull();
  });

  it("does not log in to an account that was disabled meanwhile", async () => {
    const { email, id } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    await db().user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toEqual({
      ok: false,
      error: "ACCOUNT_DISABLED",
    });
    expect(await db().session.count({ where: { userId: id } })).toBe(0);
    expect(await db().auditEvent.count({ where: { challengeId, name: "login_refused" } })).toBe(1);
  });
});

describe("a registration", () => {
  it("creates no account before the code is right (R23)", async () => {
    const person = newPerson();
    const { challengeId, browser } = await beginRegistration(person);
    const code = await inbox.latestCode(person.email);
    await completeLogin({ challengeId, code: wrongCode(code) }, browser, visitor);
    expect(await db().user.findUnique({ where: { email: person.email } })).toBeNull();

    const finished = await completeLogin({ challengeId, code }, browser, visitor);
    expect(finished).toMatchObject({ ok: true, value: { outcome: "REGISTERED", role: "CUSTOMER" } });
    const user = await db().user.findUniqueOrThrow({ where: { email: person.email } });
    expect(user).toMatchObject({ ...person, role: "CUSTOMER", phoneVerified: null, disabledAt: null });
    expect(user.emailVerified).not.toBeNull();
    expect(user.lastLoginAt).toEqual(user.emailVerified);
  });

  it("with the email of an account logs in to it, and changes nothing in it", async () => {
    const user = await createUser();
    const { challengeId, browser } = await beginRegistration({ ...newPerson(), email: user.email });
    const code = await inbox.latestCode(user.email);
    const finished = await completeLogin({ challengeId, code }, browser, visitor);
    expect(finished).toMatchObject({ ok: true, value: { userId: user.id, outcome: "HAD_ACCOUNT" } });
    expect(await db().user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({ username: user.username });
  });

  it("lets the verified visitor choose another username if theirs was taken meanwhile (R16)", async () => {
    const person = newPerson();
    const { challengeId, browser } = await beginRegistration(person);
    const code = await inbox.latestCode(person.email);
    await createUser({ ...newPerson(), username: person.username.toUpperCase() });

    expect(await completeLogin({ challengeId, code }, browser, visitor)).toEqual({
      ok: false,
      error: "USERNAME_TAKEN",
    });
    expect(await db().user.findUnique({ where: { email: person.email } })).toBeNull();

    const choice = { challengeId, username: newPerson().username, phone: person.phone };
    expect(await completeLogin(choice, newBrowser(), visitor)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    const finished = await completeLogin(choice, browser, visitor);
    expect(finished).toMatchObject({ ok: true, value: { outcome: "REGISTERED", username: choice.username } });
  });

  it("refuses a phone number that another user has verified (R16)", async () => {
    const owner = await createUser({ ...newPerson(), phone: "+14155550199" }, { phoneVerified: new Date() });
    const person = { ...newPerson(), phone: owner.phone };
    const { challengeId, browser } = await beginRegistration(person);
    const code = await inbox.latestCode(person.email);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toEqual({ ok: false, error: "PHONE_TAKEN" });
    const choice = { challengeId, username: person.username, phone: "+14155550198" };
    expect(await completeLogin(choice, browser, visitor)).toMatchObject({ ok: true });
  });

  it("can be used to check at most ten other phone numbers (R16)", async () => {
    const person = newPerson();
    const { challengeId, browser } = await beginRegistration(person);
    const { username, phone } = await createUser({ ...newPerson(), phone: newPhone() }, { phoneVerified: new Date() });
    await prove(challengeId);
    const ask = () => completeLogin({ challengeId, username, phone }, browser, visitor);
    for (let time = 1; time <= 10; time++) expect(await ask()).toEqual({ ok: false, error: "PHONE_TAKEN" });
    await expect(ask()).rejects.toThrow(TooManyRequests);
  });

  it("cannot be completed by its fields before its code was right (R23)", async () => {
    const person = newPerson();
    const { challengeId, browser } = await beginRegistration(person);
    const choice = { challengeId, username: person.username, phone: person.phone };
    expect(await completeLogin(choice, browser, visitor)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    expect(await db().user.findUnique({ where: { email: person.email } })).toBeNull();
  });

  it("verified in two browsers at once creates one account, and logs both in (R23)", async () => {
    const email = newPerson().email;
    const first = await beginRegistration({ ...newPerson(), email });
    const second = await beginRegistration({ ...newPerson(), email });
    await prove(first.challengeId);
    await prove(second.challengeId);
    const results = await Promise.all(
      [first, second].map(({ challengeId, browser }) =>
        completeLogin({ challengeId, username: newPerson().username, phone: "+14155552671" }, browser, visitor),
      ),
    );
    expect(results.map((result) => result.ok && result.value.outcome).sort()).toEqual(["HAD_ACCOUNT", "REGISTERED"]);
    expect(await db().user.count({ where: { email } })).toBe(1);
  });
});

describe("when Twilio fails", () => {
  beforeEach(async () => {
    await db().providerHealth.deleteMany();
  });

  it.each([
    ["answers 500", { code: 20500 }],
    ["answers 503 in HTML", { status: 503, body: "html" as const }],
    ["answers 401", { code: 20003 }],
    ["answers 429", { code: 20429, headers: { "Retry-After": "1" } }],
  ])("no session is created while it %s, and the same code works afterwards (R42)", async (_what, action) => {
    const { email, id } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    await inbox.addFault({ match: { path: "/VerificationCheck$", times: 1 }, action });
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toEqual({
      ok: false,
      error: "PROVIDER_UNAVAILABLE",
    });
    expect(await db().session.count({ where: { userId: id } })).toBe(0);
    expect(await db().challenge.findUniqueOrThrow({ where: { id: challengeId } })).toMatchObject({ attempts: 0 });
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: true });
  });

  it.each([
    ["nonsense", { status: 200, body: "malformed-json" as const }],
    ["an empty body", { status: 200, body: "empty" as const }],
    ["a web page", { status: 200, body: "html" as const }],
    ["a broken connection", { drop: "before" as const }],
  ])(
    "%s as an answer creates no session, and uses an attempt, since the code may have been compared (R42)",
    async (_what, action) => {
      const { email, id } = await createUser();
      const { challengeId, browser } = await beginLogin(email);
      const code = await inbox.latestCode(email);
      await inbox.addFault({ match: { path: "/VerificationCheck$", times: 1 }, action });
      expect(await completeLogin({ challengeId, code }, browser, visitor)).toEqual({
        ok: false,
        error: "PROVIDER_SILENT",
      });
      expect(await db().session.count({ where: { userId: id } })).toBe(0);
      expect(await db().challenge.findUniqueOrThrow({ where: { id: challengeId } })).toMatchObject({ attempts: 1 });
    },
  );

  it("the visitor waits at most five seconds when Twilio does not answer", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    await inbox.addFault({ match: { path: "/VerificationCheck$", times: 1 }, action: { delayMs: 9_000 } });
    const startedAt = Date.now();
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toEqual({
      ok: false,
      error: "PROVIDER_SILENT",
    });
    expect(Date.now() - startedAt).toBeLessThan(8_500);
  });

  it("every visitor is told that codes are late, until Twilio answers again", async () => {
    const { email } = await createUser();
    await inbox.addFault({ match: { path: "/Verifications$", times: 1 }, action: { code: 20503 } });
    await beginLogin(email);
    expect(await areCodesLate()).toBe(true);
    await beginLogin(email);
    expect(await areCodesLate()).toBe(false);
  });

  it("a refusal of one address is not shown to anyone", async () => {
    const { email } = await createUser();
    await inbox.addFault({ match: { path: "/Verifications$", times: 1 }, action: { code: 60200 } });
    await beginLogin(email);
    expect(await areCodesLate()).toBe(false);
  });

  it("a shopper whose five checks an attacker has used up gets a valid code", async () => {
    const { email } = await createUser();
    const stranger = await beginLogin(email);
    const burned = await inbox.latestCode(email);
    for (let guess = 1; guess <= 5; guess++) {
      await completeLogin({ challengeId: stranger.challengeId, code: wrongCode(burned) }, stranger.browser, visitor);
    }
    const shopper = await beginLogin(email);
    const code = await inbox.latestCode(email);
    expect(await completeLogin({ challengeId: shopper.challengeId, code }, shopper.browser, visitor)).toMatchObject({
      ok: true,
    });
  });

  it("a shopper whose five messages an attacker has used up can still use the code in them", async () => {
    const { id, email } = await createUser();
    for (let send = 1; send <= 5; send++) await beginLogin(email);
    const known = newBrowser();
    await makeTrusted(id, known);
    const shopper = await beginLogin(email, known);
    const code = await inbox.latestCode(email);
    expect(await completeLogin({ challengeId: shopper.challengeId, code }, shopper.browser, visitor)).toMatchObject({
      ok: true,
    });
  });
});

async function prove(challengeId: string) {
  await db().challenge.update({ where: { id: challengeId }, data: { provenAt: new Date() } });
}

/** Moves a challenge into the past, as if the time had gone by. */
async function age(id: string, ms: number) {
  const row = await db().challenge.findUniqueOrThrow({ where: { id } });
  const earlier = (date: Date) => new Date(date.getTime() - ms);
  await db().challenge.update({
    where: { id },
    data: { createdAt: earlier(row.createdAt), expiresAt: earlier(row.expiresAt), lastSentAt: earlier(row.lastSentAt) },
  });
}
