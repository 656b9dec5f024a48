import { describe, expect, it } from "vitest";
import { resendCode } from "@/lib/auth/challenge/resend-code";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { maskEmail } from "@/lib/identifier";
import { type Charge, exhaust, forget } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import {
  asking,
  beginLogin,
  beginRegistration,
  createUser,
  inbox,
  letTimePass,
  makeTrusted,
  newBrowser,
  newIp,
  newPerson,
  visitor,
  wrongCode,
} from "@/test/login-parts";
import { completeLogin } from "./complete-login";
import { startLogin } from "./start-login";

// What holds for a login as a whole, and belongs to no one of its files.

describe("the audit trail", () => {
  it("records each step of a login with time, person, request, source and device, without secrets (R9, R41)", async () => {
    const user = await createUser();
    const from = { ...visitor, ip: newIp() };
    const browser = newBrowser();
    const began = new Date();
    const started = await startLogin({ email: user.email, returnTo: null }, asking(browser, { visitor: from }));
    if (!started.ok) throw new Error(started.error);
    const { challengeId } = started.value;
    await started.value.deliver();
    await letTimePass(challengeId);
    const code = await inbox.latestCode(user.email);
    await completeLogin({ challengeId, code: wrongCode(code) }, browser, from);
    await db().challenge.update({ where: { id: challengeId }, data: { lastSentAt: new Date(Date.now() - 31_000) } });
    const resent = await resendCode(challengeId, asking(browser, { visitor: from }));
    if (!resent.ok) throw new Error(resent.error);
    await resent.value.deliver();
    const finished = await completeLogin({ challengeId, code }, browser, from);
    if (!finished.ok) throw new Error(finished.error);

    const events = await db().auditEvent.findMany({ where: { challengeId }, orderBy: { id: "asc" } });
    expect(events.map(({ name }) => name)).toEqual([
      "login_requested",
      "code_sent",
      "code_rejected",
      "code_resent",
      "code_sent",
      "login_succeeded",
    ]);
    for (const event of events) {
      expect(event).toMatchObject({ maskedIdentifier: maskEmail(user.email), ip: from.ip, userAgent: from.userAgent });
      expect(event.at.getTime()).toBeGreaterThanOrEqual(began.getTime() - 1_000);
    }
    expect(events.at(-1)).toMatchObject({ actorId: user.id, subjectId: user.id });
    const text = JSON.stringify(events, (_, value) => (typeof value === "bigint" ? null : value));
    for (const secret of [user.email, browser.challengeKey, browser.trustedKey, finished.value.sid])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(alone(code));
  });

  it("records a registration, an address without an account, and a code that Twilio refused to send (R41)", async () => {
    const person = newPerson();
    const registration = await beginRegistration(person);
    const code = await inbox.latestCode(person.email);
    await completeLogin({ challengeId: registration.challengeId, code }, registration.browser, visitor);
    expect(await trailOf(registration.challengeId)).toEqual(["registration_requested", "code_sent", "user_registered"]);

    const unknown = await beginLogin(newPerson().email);
    expect(await trailOf(unknown.challengeId)).toEqual(["login_requested", "no_account_notified"]);

    const { email } = await createUser();
    await inbox.addFault({ match: { to: email, path: "/Verifications$", times: 1 }, action: { code: 60200 } });
    const refused = await beginLogin(email);
    expect(await trailOf(refused.challengeId)).toEqual(["login_requested", "code_not_sent"]);
  });
});

describe("a code by email", () => {
  it("is in no table, neither in clear nor as a plain hash, before and after use (R10)", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    await completeLogin({ challengeId, code: wrongCode(code) }, browser, visitor);
    const traces = () => tablesWith(`${alone(code).source}|${hashKey(code)}`);
    expect(await traces()).toEqual([]);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: true });
    expect(await traces()).toEqual([]);
    // So that the search is known to find what is there.
    expect(await tablesWith(`${hashKey(browser.challengeKey)}|${email}`)).toEqual(["Challenge", "OutboxMail", "User"]);
  });
});

describe("a registration that an attacker has started with a victim's email", () => {
  it("leaves nothing in the account that the owner creates, and is useless afterwards (R23)", async () => {
    const email = newPerson().email;
    const stranger = { ...newPerson(), email, phone: "+14155552672" };
    const owner = { ...newPerson(), email };
    const strangers = await beginRegistration(stranger);
    const owners = await beginRegistration(owner);
    const code = await inbox.latestCode(email);
    expect(await completeLogin({ challengeId: owners.challengeId, code }, owners.browser, visitor)).toMatchObject({
      ok: true,
      value: { outcome: "REGISTERED" },
    });
    expect(await db().user.findUniqueOrThrow({ where: { email } })).toMatchObject({ ...owner, role: "CUSTOMER" });

    const { challengeId, browser } = strangers;
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: false });
    const choice = { challengeId, username: stranger.username, phone: stranger.phone };
    expect(await completeLogin(choice, browser, visitor)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    expect(await db().session.count({ where: { user: { email } } })).toBe(1);
  });
});

describe("the shop's daily budget", () => {
  it("sends codes only to trusted devices once it is used up (R17)", async () => {
    const user = await createUser();
    const browser = newBrowser();
    await makeTrusted(user.id, browser);
    await whileFull({ policy: "send.all.day", subject: "all" }, async () => {
      await expect(beginLogin(user.email)).rejects.toThrow(TooManyRequests);
      await expect(beginRegistration(newPerson())).rejects.toThrow(TooManyRequests);
      await beginLogin(user.email, browser);
    });
    expect(await inbox.messages({ to: user.email })).toHaveLength(1);
  });
});

describe("visitors whose address no trusted proxy reports", () => {
  it("share one counter, which blocks all of them and no one else (R18)", async () => {
    const ask = (ip: string | null) =>
      startLogin({ email: newPerson().email, returnTo: null }, asking(newBrowser(), { visitor: { ...visitor, ip } }));
    await whileFull({ policy: "send.unknown.hour", subject: sourceOf(null).source }, async () => {
      await expect(ask(null)).rejects.toThrow(TooManyRequests);
      expect(await ask(newIp())).toMatchObject({ ok: true });
    });
    expect(await ask(null)).toMatchObject({ ok: true });
  });
});

async function whileFull(charge: Charge, act: () => Promise<void>) {
  await exhaust(charge, 60);
  try {
    await act();
  } finally {
    await forget([charge]);
  }
}

async function trailOf(challengeId: string): Promise<string[]> {
  const events = await db().auditEvent.findMany({ where: { challengeId }, orderBy: { id: "asc" } });
  return events.map(({ name }) => name);
}

/** The code by itself: within a longer number or id six digits mean nothing. */
function alone(code: string): RegExp {
  return new RegExp(`(^|[^A-Za-z0-9])${code}([^A-Za-z0-9]|$)`);
}

/** The tables of the shop that have a row in which a regular expression is found, by name. */
async function tablesWith(pattern: string): Promise<string[]> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`;
  expect(tables.length).toBeGreaterThan(5);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db().$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${name}" entry WHERE entry::text ~ $1 LIMIT 1`,
      pattern,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
