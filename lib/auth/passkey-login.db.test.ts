import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { consume, exhaust } from "@/lib/limits/consume";
import { makeAskingOptions } from "@/lib/passkeys/make-asking-options";
import { newBrowser, newIp, visitor } from "@/test/login-parts";
import { addingOptions, eventsOf, loginOptions, memberWithPasskey } from "@/test/passkey-parts";
import { finishPasskeyLogin } from "./finish-passkey-login";
import { checkCharges, passkeyCharge, sendCharges } from "./limit-charges";
import { hashKey } from "./secret-key";
import { findLiveSession } from "./session-store";
import { startPasskeyLogin } from "./start-passkey-login";
import { TooManyRequests } from "./too-many-requests";

const refused = { ok: false, error: "PASSKEY_REFUSED" };

describe("a passkey", () => {
  it("opens a session that says so, and remembers the browser", async () => {
    const { user, passkey } = await memberWithPasskey();
    const browser = newBrowser();
    const answer = passkey.sign(await loginOptions(browser));
    const finished = await finishPasskeyLogin(answer, browser, visitor);
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

  it("ends the session that the browser still had", async () => {
    const { user, passkey } = await memberWithPasskey();
    const browser = newBrowser();
    const first = await finishPasskeyLogin(passkey.sign(await loginOptions(browser)), browser, visitor);
    const sid = first.ok ? first.value.sid : "";
    const again = passkey.sign(await loginOptions(browser));
    expect(await finishPasskeyLogin(again, { ...browser, sid }, visitor)).toMatchObject({ ok: true });
    expect(await findLiveSession(sid)).toBeNull();
    expect(await db().session.count({ where: { userId: user.id, method: "PASSKEY" } })).toBe(1);
  });

  it("proves no mailbox", async () => {
    const { user, passkey } = await memberWithPasskey();
    await db().user.update({ where: { id: user.id }, data: { emailVerified: null } });
    const browser = newBrowser();
    const answer = passkey.sign(await loginOptions(browser));
    expect(await finishPasskeyLogin(answer, browser, visitor)).toMatchObject({ ok: true });
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
    expect(await finishPasskeyLogin(answer, browser, visitor)).toEqual(refused);
    expect(await db().session.count({ where: { userId: user.id, method: "PASSKEY" } })).toBe(0);
  });

  it("opens one session by one answer, however many times it is sent", async () => {
    const { user, passkey } = await memberWithPasskey();
    const browser = newBrowser();
    const answer = passkey.sign(await loginOptions(browser));
    const results = await Promise.all(Array.from({ length: 10 }, () => finishPasskeyLogin(answer, browser, visitor)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await finishPasskeyLogin(answer, browser, visitor)).toEqual(refused);
    expect(await db().session.count({ where: { userId: user.id, method: "PASSKEY" } })).toBe(1);
  });

  it("answers a challenge of another browser, one that has run out and one of its own making to no effect", async () => {
    const { user, passkey } = await memberWithPasskey();
    const browser = newBrowser();
    expect(await finishPasskeyLogin(passkey.sign(await loginOptions(newBrowser())), browser, visitor)).toEqual(refused);
    const late = await loginOptions(browser);
    await db().passkeyChallenge.updateMany({ data: { expiresAt: new Date() } });
    expect(await finishPasskeyLogin(passkey.sign(late), browser, visitor)).toEqual(refused);
    const own = { challenge: Buffer.alloc(32, 7).toString("base64url") };
    expect(await finishPasskeyLogin(passkey.sign(own), browser, visitor)).toEqual(refused);
    const options = await loginOptions(browser);
    expect(await finishPasskeyLogin(passkey.sign(options), { ...browser, challengeKey: null }, visitor)).toEqual(
      refused,
    );
    expect(await db().session.count({ where: { userId: user.id, method: "PASSKEY" } })).toBe(0);
  });

  it("opens nothing by a challenge that this browser was given for another purpose", async () => {
    const { session, user, passkey, browser } = await memberWithPasskey();
    const asker = { browserKeyHash: hashKey(browser.challengeKey), sessionId: session.id };
    const stepUp = await makeAskingOptions({ purpose: "STEP_UP", act: "remove-passkey", ...asker });
    for (const options of [stepUp, await addingOptions(session, browser)]) {
      expect(await finishPasskeyLogin(passkey.sign(options), browser, visitor)).toEqual(refused);
    }
    expect(await db().session.count({ where: { userId: user.id, method: "PASSKEY" } })).toBe(0);
  });

  it("of staff opens a session that ends after twelve hours, whatever comes", async () => {
    const { user, passkey } = await memberWithPasskey();
    await db().user.update({ where: { id: user.id }, data: { role: "STAFF" } });
    const browser = newBrowser();
    const finished = await finishPasskeyLogin(passkey.sign(await loginOptions(browser)), browser, visitor);
    const row = await db().session.findUnique({ where: { sessionToken: finished.ok ? finished.value.sid : "" } });
    expect((row?.expires.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)).toBe(12 * 3_600_000);
  });

  it("is asked to sign at least 128 bits that nobody has seen before, for five minutes, and by no name", async () => {
    const browser = newBrowser();
    const [one, two] = [await loginOptions(browser), await loginOptions(browser)];
    expect(Buffer.from(one.challenge, "base64url")).toHaveLength(32);
    expect(one.challenge).not.toBe(two.challenge);
    expect(one).toMatchObject({ rpId: "localhost", userVerification: "required", allowCredentials: [] });
    const rows = await db().passkeyChallenge.findMany({ orderBy: { expiresAt: "desc" }, take: 1 });
    const leftMs = (rows[0]?.expiresAt.getTime() ?? 0) - Date.now();
    expect(leftMs).toBeGreaterThan(4.5 * 60_000);
    expect(leftMs).toBeLessThanOrEqual(5 * 60_000);
    expect(JSON.stringify(rows)).not.toContain(one.challenge);
  });

  it("gets in while strangers have used up all that this account's codes may cost", async () => {
    const { user, passkey } = await memberWithPasskey();
    const from = { ip: visitor.ip, browserKeyHash: "stranger" };
    const { ofIdentity } = checkCharges(user.email, null, visitor.ip);
    for (const charge of [...ofIdentity, ...sendCharges(user.email, from).slice(0, 2)]) await exhaust(charge, 3_600);
    expect((await consume(ofIdentity)).isAllowed).toBe(false);
    const browser = newBrowser();
    const options = await startPasskeyLogin({ challengeKey: browser.challengeKey, visitor });
    expect(await finishPasskeyLogin(passkey.sign(options), browser, visitor)).toMatchObject({ ok: true });
  });

  it("is asked for no more once its source has asked too often", async () => {
    const from = { ...visitor, ip: newIp() };
    const browser = newBrowser();
    await exhaust(passkeyCharge(from), 3_600);
    await expect(startPasskeyLogin({ challengeKey: browser.challengeKey, visitor: from })).rejects.toThrow(
      TooManyRequests,
    );
  });

  it("that was removed is refused", async () => {
    const { user, passkey } = await memberWithPasskey();
    await db().authenticator.deleteMany({ where: { userId: user.id } });
    const browser = newBrowser();
    expect(await finishPasskeyLogin(passkey.sign(await loginOptions(browser)), browser, visitor)).toEqual(refused);
  });

  it("of a disabled user is refused in the same words, and the trail says why", async () => {
    const { user, passkey } = await memberWithPasskey();
    await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    const browser = newBrowser();
    expect(await finishPasskeyLogin(passkey.sign(await loginOptions(browser)), browser, visitor)).toEqual(refused);
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
      expect(await finishPasskeyLogin(answer, newBrowser(), visitor)).toEqual(refused);
    },
  );
});

describe("a passkey that counts", () => {
  it.each([3, 4, 0])("and says %i after 4 was copied: it is refused, closed and noted once", async (counter) => {
    const { user, passkey } = await memberWithPasskey(1);
    const browser = newBrowser();
    const signIn = async (says: number) =>
      finishPasskeyLogin(passkey.sign(await loginOptions(browser), { counter: says }), browser, visitor);
    expect(await signIn(4)).toMatchObject({ ok: true });
    expect(await signIn(counter)).toEqual(refused);
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toHaveLength(1);
    // Which of the two is the copy nobody knows.
    expect(await signIn(100)).toEqual(refused);
    expect(await signIn(counter)).toEqual(refused);
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toHaveLength(1);
  });

  it("and says more than our column holds is refused, and is not closed by it", async () => {
    const { user, passkey } = await memberWithPasskey(1);
    const browser = newBrowser();
    const tooFar = passkey.sign(await loginOptions(browser), { counter: 2 ** 31 });
    expect(await finishPasskeyLogin(tooFar, browser, visitor)).toEqual(refused);
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toEqual([]);
  });

  it("is not closed by a stranger, who has its name and not its key", async () => {
    const { user, passkey } = await memberWithPasskey(5);
    const browser = newBrowser();
    const forged = { ...passkey.sign(await loginOptions(browser), { counter: 1 }) };
    forged.response = { ...forged.response, signature: passkey.sign(await loginOptions(browser)).response.signature };
    expect(await finishPasskeyLogin(forged, browser, visitor)).toEqual(refused);
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toEqual([]);
    const good = passkey.sign(await loginOptions(browser), { counter: 6 });
    expect(await finishPasskeyLogin(good, browser, visitor)).toMatchObject({ ok: true });
  });

  it("lets one of two in that answer at the same time with the same count", async () => {
    const { user, passkey } = await memberWithPasskey(1);
    const browsers = [newBrowser(), newBrowser()];
    const answers = await Promise.all(
      browsers.map(async (browser) => passkey.sign(await loginOptions(browser), { counter: 2 })),
    );
    const results = await Promise.all(
      browsers.map((browser, index) => finishPasskeyLogin(answers[index], browser, visitor)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await eventsOf(user.id, "passkey_clone_suspected")).toHaveLength(1);
  });
});
