import { describe, expect, it } from "vitest";
import { checkCharges, sendCharges } from "@/lib/auth/rate-limit/charges";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { consume, exhaust, forget } from "@/lib/limits/consume";
import { makeAskingOptions, refusedPasskeyCharges } from "@/lib/passkeys/verify-passkey";
import { inbox, logIn, newBrowser, newIp, visitor } from "@/test/login-parts";
import { reportTokenInMail, sendMailsOf } from "@/test/outbox-parts";
import {
  addingOptions,
  askedBefore,
  eventsOf,
  loginOptions,
  memberWithPasskey,
  readAllTables,
  withChangedByte,
} from "@/test/passkey-parts";
import { newSoftPasskey } from "@/test/soft-passkey";
import { completePasskeyLogin } from "./complete-passkey-login";
import { startPasskeyLogin } from "./start-login";

const refused = { ok: false, error: "PASSKEY_REFUSED" };
const unknownPasskey = { ok: false, error: "PASSKEY_UNKNOWN" };

describe("a passkey", () => {
  it("opens a session that records the method, and trusts the device", async () => {
    const { user, passkey } = await memberWithPasskey();
    const browser = newBrowser();
    const answer = passkey.sign(await loginOptions(browser));
    const finished = await completePasskeyLogin(answer, browser, visitor);
    expect(finished).toMatchObject({ ok: true, value: { userId: user.id, isNewBrowser: true, outcome: "LOGGED_IN" } });
    const sid = finished.ok ? finished.value.sid : "";
    expect((await findLiveSession(sid))?.user.id).toBe(user.id);
    expect(await db().session.findUnique({ where: { sessionToken: sid } })).toMatchObject({
      method: "PASSKEY",
      challengeId: null,
    });
    const [event] = await eventsOf(user.id, "login_succeeded");
    expect(event?.details).toEqual({ method: "PASSKEY" });
    expect((await db().authenticator.findUnique({ where: { credentialID: passkey.id } }))?.lastUsedAt).not.toBeNull();
  });

  it("ends the browser's earlier session", async () => {
    const { user, passkey } = await memberWithPasskey();
    const browser = newBrowser();
    const first = await completePasskeyLogin(passkey.sign(await loginOptions(browser)), browser, visitor);
    const sid = first.ok ? first.value.sid : "";
    const again = passkey.sign(await loginOptions(browser));
    expect(await completePasskeyLogin(again, { ...browser, sid }, visitor)).toMatchObject({ ok: true });
    expect(await findLiveSession(sid)).toBeNull();
    expect(await db().session.count({ where: { userId: user.id, method: "PASSKEY" } })).toBe(1);
  });

  it("does not verify the email", async () => {
    const { user, passkey } = await memberWithPasskey();
    await db().user.update({ where: { id: user.id }, data: { emailVerified: null } });
    const browser = newBrowser();
    const answer = passkey.sign(await loginOptions(browser));
    expect(await completePasskeyLogin(answer, browser, visitor)).toMatchObject({ ok: true });
    expect((await db().user.findUnique({ where: { id: user.id } }))?.emailVerified).toBeNull();
  });

  it.each([
    ["signed for another site", { origin: "https://shop.example" }],
    ["signed for our name on another port", { origin: "http://localhost:3001" }],
    ["that belongs to another site", { rpId: "shop.example" }],
    ["used without a look at the person", { isVerified: false }],
    ["asked from inside another site's page", { isInFrame: true }],
    ["that names another user", { userHandle: Buffer.alloc(16, 1).toString("base64url") }],
  ])("%s is refused", async (_, change) => {
    const { user, passkey } = await memberWithPasskey();
    const browser = newBrowser();
    const answer = passkey.sign(await loginOptions(browser), change);
    expect(await completePasskeyLogin(answer, browser, visitor)).toEqual(refused);
    expect(await db().session.count({ where: { userId: user.id, method: "PASSKEY" } })).toBe(0);
  });

  it("opens one session with one answer, however often it is sent", async () => {
    const { user, passkey } = await memberWithPasskey();
    const browser = newBrowser();
    const answer = passkey.sign(await loginOptions(browser));
    const results = await Promise.all(Array.from({ length: 20 }, () => completePasskeyLogin(answer, browser, visitor)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await completePasskeyLogin(answer, browser, visitor)).toEqual(refused);
    expect(await db().session.count({ where: { userId: user.id, method: "PASSKEY" } })).toBe(1);
  });

  it("is refused if any part of the challenge was changed, even with a valid signature", async () => {
    const { user, passkey } = await memberWithPasskey();
    const browser = newBrowser();
    const asker = { purpose: "LOGIN", browserKeyHash: hashKey(browser.challengeKey) } as const;
    for (const at of [0, 31, 32, 39, 40, 71]) {
      const forged = withChangedByte(await loginOptions(browser), at);
      expect(await completePasskeyLogin(passkey.sign(forged), browser, visitor), `byte ${at}`).toEqual(refused);
    }
    // One that has run out, and says now that it has not: the least bit of byte 37 is 65 seconds.
    const revived = Array.from({ length: 16 }, (_, bit) => {
      const bytes = Buffer.from(askedBefore(asker, 6).challenge, "base64url");
      bytes.writeUInt16BE(bytes.readUInt16BE(36) ^ (1 << bit), 36);
      return { challenge: bytes.toString("base64url") };
    });
    const ends = revived.map(({ challenge }) => Number(Buffer.from(challenge, "base64url").readBigUInt64BE(32)));
    expect(ends.some((end) => end > Date.now())).toBe(true);
    for (const options of revived) {
      expect(await completePasskeyLogin(passkey.sign(options), browser, visitor)).toEqual(refused);
    }
    expect(await db().session.count({ where: { userId: user.id, method: "PASSKEY" } })).toBe(0);
  });

  it("is refused for a challenge that is forged, expired or from another browser", async () => {
    const { user, passkey } = await memberWithPasskey();
    const browser = newBrowser();
    expect(await completePasskeyLogin(passkey.sign(await loginOptions(newBrowser())), browser, visitor)).toEqual(
      refused,
    );
    const late = askedBefore({ purpose: "LOGIN", browserKeyHash: hashKey(browser.challengeKey) }, 5);
    expect(await completePasskeyLogin(passkey.sign(late), browser, visitor)).toEqual(refused);
    for (const length of [32, 72]) {
      const own = { challenge: Buffer.alloc(length, 7).toString("base64url") };
      expect(await completePasskeyLogin(passkey.sign(own), browser, visitor)).toEqual(refused);
    }
    const options = await loginOptions(browser);
    expect(await completePasskeyLogin(passkey.sign(options), { ...browser, challengeKey: null }, visitor)).toEqual(
      refused,
    );
    expect(await db().session.count({ where: { userId: user.id, method: "PASSKEY" } })).toBe(0);
  });

  it("is refused for a challenge that this browser got for another purpose", async () => {
    const { session, user, passkey, browser } = await memberWithPasskey();
    const asker = { browserKeyHash: hashKey(browser.challengeKey), sessionId: session.id };
    const stepUp = await makeAskingOptions({ purpose: "STEP_UP", act: "remove-passkey", ...asker });
    for (const options of [stepUp, await addingOptions(session, browser)]) {
      expect(await completePasskeyLogin(passkey.sign(options), browser, visitor)).toEqual(refused);
    }
    expect(await db().session.count({ where: { userId: user.id, method: "PASSKEY" } })).toBe(0);
  });

  it("of staff opens a session that ends after at most twelve hours", async () => {
    const { user, passkey } = await memberWithPasskey();
    await db().user.update({ where: { id: user.id }, data: { role: "STAFF" } });
    const browser = newBrowser();
    const finished = await completePasskeyLogin(passkey.sign(await loginOptions(browser)), browser, visitor);
    const row = await db().session.findUnique({ where: { sessionToken: finished.ok ? finished.value.sid : "" } });
    expect((row?.expires.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)).toBe(12 * 3_600_000);
  });

  it("is asked to sign at least 128 new random bits within five minutes, without a name", async () => {
    const browser = newBrowser();
    const [one, two] = [await loginOptions(browser), await loginOptions(browser)];
    const random = ({ challenge }: typeof one) => Buffer.from(challenge, "base64url").subarray(0, 32);
    expect(random(one)).toHaveLength(32);
    expect(random(one)).not.toEqual(random(two));
    expect(one).toMatchObject({ rpId: "localhost", userVerification: "required", allowCredentials: [] });
    const { passkey } = await memberWithPasskey();
    const old = askedBefore({ purpose: "LOGIN", browserKeyHash: hashKey(browser.challengeKey) }, 4.9);
    expect(await completePasskeyLogin(passkey.sign(old), browser, visitor)).toMatchObject({ ok: true });
    const used = await db().usedPasskeyChallenge.findMany({ orderBy: { expiresAt: "asc" } });
    expect(used.every(({ expiresAt }) => expiresAt.getTime() <= Date.now() + 5 * 60_000)).toBe(true);
    expect(JSON.stringify(used)).not.toContain(old.challenge);
  });

  it("logs in while attackers have used up the limits of this account's codes (R8)", async () => {
    const { user, passkey } = await memberWithPasskey();
    const from = { ip: visitor.ip, browserKeyHash: "stranger" };
    const { ofIdentity } = checkCharges(user.email, null, visitor.ip);
    for (const charge of [...ofIdentity, ...sendCharges(user.email, from).slice(0, 2)]) await exhaust(charge, 3_600);
    expect((await consume(ofIdentity)).isAllowed).toBe(false);
    const browser = newBrowser();
    const options = await startPasskeyLogin(browser.challengeKey);
    expect(await completePasskeyLogin(passkey.sign(options), browser, visitor)).toMatchObject({ ok: true });
  });

  it("is requested any number of times without a write to the database (R8)", async () => {
    const before = await readAllTables();
    for (let time = 0; time < 1_000; time++) await startPasskeyLogin(newBrowser().challengeKey);
    expect(await readAllTables()).toEqual(before);
  });

  it("logs in while attackers request ten thousand challenges from the same source and answer 400 wrongly (R8)", async () => {
    const { user, passkey } = await memberWithPasskey();
    const office = { ...visitor, ip: newIp() };
    const [browser, stranger] = [newBrowser(), newBrowser()];
    const options = await startPasskeyLogin(browser.challengeKey);
    const usedBefore = await db().usedPasskeyChallenge.count();
    const unknown = newSoftPasskey({ origin: "http://localhost:3000", rpId: "localhost" });
    for (let time = 0; time < 10_000; time++) {
      const asked = await startPasskeyLogin(stranger.challengeKey);
      // Each answer takes milliseconds here, and after the first 300 all are alike.
      if (time % 25 !== 0) continue;
      const answer = unknown.sign(asked, { userHandle: "AAAA" });
      expect(await completePasskeyLogin(answer, stranger, office)).toEqual(unknownPasskey);
    }
    expect(await db().auditEvent.count({ where: { ip: office.ip } })).toBe(300);
    expect(await db().usedPasskeyChallenge.count()).toBe(usedBefore);
    const finished = await completePasskeyLogin(passkey.sign(options), browser, office);
    expect(finished).toMatchObject({ ok: true, value: { userId: user.id } });
    expect(await eventsOf(user.id, "login_succeeded")).toHaveLength(1);
  });

  it.each([0, 1])("is still checked when no more refusals are recorded: limit %i", async (index) => {
    const { user, passkey } = await memberWithPasskey();
    const from = { ...visitor, ip: newIp() };
    const charge = refusedPasskeyCharges(from.ip)[index];
    if (!charge) throw new Error("There is no such limit.");
    const browser = newBrowser();
    const answer = async (origin?: string) =>
      completePasskeyLogin(passkey.sign(await loginOptions(browser), origin ? { origin } : {}), browser, from);
    expect(await answer("https://shop.example")).toEqual(refused);
    expect(await eventsOf(user.id, "passkey_rejected")).toHaveLength(1);
    await exhaust(charge, 3_600);
    expect(await answer("https://shop.example")).toEqual(refused);
    expect(await eventsOf(user.id, "passkey_rejected")).toHaveLength(1);
    expect(await answer()).toMatchObject({ ok: true });
    await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    expect(await answer()).toEqual(refused);
    expect(await db().auditEvent.count({ where: { name: "login_refused", ip: from.ip } })).toBe(0);
    await forget([charge]);
    expect(await answer()).toEqual(refused);
    expect(await db().auditEvent.count({ where: { name: "login_refused", ip: from.ip } })).toBe(1);
  });

  it("keeps its challenge after a wrong answer, and only a valid signature uses it up", async () => {
    const { passkey } = await memberWithPasskey();
    const browser = newBrowser();
    const options = await loginOptions(browser);
    const before = await db().usedPasskeyChallenge.count();
    const elsewhere = passkey.sign(options, { origin: "https://shop.example" });
    expect(await completePasskeyLogin(elsewhere, browser, visitor)).toEqual(refused);
    expect(await db().usedPasskeyChallenge.count()).toBe(before);
    expect(await completePasskeyLogin(passkey.sign(options), browser, visitor)).toMatchObject({ ok: true });
    expect(await db().usedPasskeyChallenge.count()).toBe(before + 1);
  });

  it("is refused after its removal, and named unknown, so that the device forgets it", async () => {
    const { user, passkey } = await memberWithPasskey();
    await db().authenticator.deleteMany({ where: { userId: user.id } });
    const browser = newBrowser();
    const answer = passkey.sign(await loginOptions(browser));
    expect(await completePasskeyLogin(answer, browser, visitor)).toEqual(unknownPasskey);
  });

  it("of a disabled user gets the same refusal, and the audit trail says why", async () => {
    const { user, passkey } = await memberWithPasskey();
    await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    const browser = newBrowser();
    expect(await completePasskeyLogin(passkey.sign(await loginOptions(browser)), browser, visitor)).toEqual(refused);
    const trail = await db().auditEvent.findMany({
      where: { name: "login_refused" },
      orderBy: { id: "desc" },
      take: 1,
    });
    expect(trail[0]?.details).toEqual({ method: "PASSKEY" });
  });

  it.each([null, 7, "x", [], {}, { id: "a", rawId: "a", type: "public-key", response: {} }])(
    "is no %j",
    async (answer) => {
      expect(await completePasskeyLogin(answer, newBrowser(), visitor)).toEqual(refused);
    },
  );
});

describe("a passkey that counts", () => {
  it.each([3, 4, 0])("that counts %i after 4 was cloned: it is refused, blocked and recorded once", async (counter) => {
    const { user, passkey } = await memberWithPasskey(1);
    const browser = newBrowser();
    const signIn = async (says: number) =>
      completePasskeyLogin(passkey.sign(await loginOptions(browser), { counter: says }), browser, visitor);
    expect(await signIn(4)).toMatchObject({ ok: true });
    const first = await signIn(counter);
    expect(first).toMatchObject({ ...refused, isMailed: true });
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toHaveLength(1);
    // Which of the two is the copy nobody knows.
    expect(await signIn(100)).toEqual(refused);
    expect(await signIn(counter)).toEqual(refused);
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toHaveLength(1);
  });

  it("that was cloned is reported to its owner by an email that removes it and logs everyone out (R33)", async () => {
    const { user, passkey } = await memberWithPasskey(5);
    const owner = await logIn(user.email);
    const browser = newBrowser();
    const copy = passkey.sign(await loginOptions(browser), { counter: 5 });
    const refusal = await completePasskeyLogin(copy, browser, visitor);
    expect(refusal).toMatchObject({ ok: false, isMailed: true });
    const reportToken = await reportTokenInMail(user.id);
    await sendMailsOf(user.id);
    const mail = await inbox.waitForMessage({ to: user.email, subject: "A passkey was blocked" });
    expect(mail.text).toContain(`/not-me/${reportToken}`);
    expect(await reportNotMe(reportToken, visitor)).toBe(true);
    expect(await db().authenticator.count({ where: { userId: user.id } })).toBe(0);
    expect(await findLiveSession(owner.sid)).toBeNull();
  });

  it("is not taken for a clone when one answer is sent twenty times at once, and again", async () => {
    const { user, passkey } = await memberWithPasskey(1);
    const browser = newBrowser();
    const answer = passkey.sign(await loginOptions(browser), { counter: 2 });
    const results = await Promise.all(Array.from({ length: 20 }, () => completePasskeyLogin(answer, browser, visitor)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await completePasskeyLogin(answer, browser, visitor)).toEqual(refused);
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toEqual([]);
    const next = passkey.sign(await loginOptions(browser), { counter: 3 });
    expect(await completePasskeyLogin(next, browser, visitor)).toMatchObject({ ok: true });
  });

  it("is refused without a block if its count exceeds the column", async () => {
    const { user, passkey } = await memberWithPasskey(1);
    const browser = newBrowser();
    const tooFar = passkey.sign(await loginOptions(browser), { counter: 2 ** 31 });
    expect(await completePasskeyLogin(tooFar, browser, visitor)).toEqual(refused);
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toEqual([]);
  });

  it("is not blocked by an attacker who has its ID and not its key", async () => {
    const { user, passkey } = await memberWithPasskey(5);
    const browser = newBrowser();
    const forged = { ...passkey.sign(await loginOptions(browser), { counter: 1 }) };
    forged.response = { ...forged.response, signature: passkey.sign(await loginOptions(browser)).response.signature };
    expect(await completePasskeyLogin(forged, browser, visitor)).toEqual(refused);
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toEqual([]);
    const good = passkey.sign(await loginOptions(browser), { counter: 6 });
    expect(await completePasskeyLogin(good, browser, visitor)).toMatchObject({ ok: true });
  });

  it("logs in only one of two simultaneous answers with the same count", async () => {
    const { user, passkey } = await memberWithPasskey(1);
    const browsers = [newBrowser(), newBrowser()];
    const answers = await Promise.all(
      browsers.map(async (browser) => passkey.sign(await loginOptions(browser), { counter: 2 })),
    );
    const results = await Promise.all(
      browsers.map((browser, index) => completePasskeyLogin(answers[index], browser, visitor)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toHaveLength(1);
  });
});
