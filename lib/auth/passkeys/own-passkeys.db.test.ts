import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { mostPasskeys } from "@/lib/passkeys/add-passkey";
import { listPasskeys, renamePasskey } from "@/lib/passkeys/passkeys";
import { makeAskingOptions } from "@/lib/passkeys/verify-passkey";
import { createUser, logIn, newBrowser, visitor } from "@/test/login-parts";
import { waitingMailsOf } from "@/test/outbox-parts";
import {
  addingOptions,
  askedBefore,
  eventsOf,
  home,
  memberWithPasskey,
  openTestSession,
  proveNow,
  readAllTables,
  withChangedByte,
} from "@/test/passkey-parts";
import { newSoftPasskey } from "@/test/soft-passkey";
import { readReauthentications } from "./first-passkey";
import { addOwnPasskey, removeOwnPasskey, renameOwnPasskey, startAddingPasskey } from "./own-passkeys";

const notMade = { ok: false, error: "PASSKEY_NOT_MADE" };

describe("adding a passkey", () => {
  it("needs a re-authentication of this session for exactly that, and uses it up (R33)", async () => {
    const session = await openTestSession();
    const other = await openTestSession(session.user.id);
    const browser = newBrowser();
    const add = async () => {
      const answer = newSoftPasskey(home).create(await addingOptions(session, browser));
      return await addOwnPasskey(session, browser.challengeKey, { name: "Phone", answer }, visitor);
    };
    const unproven = { ok: false, error: "REAUTHENTICATION_NEEDED" };
    expect(await add()).toEqual(unproven);
    await proveNow(other, "add-passkey");
    await proveNow(session, "remove-passkey");
    await proveNow(session, "add-passkey", new Date(Date.now() - 5 * 60_000));
    expect(await add()).toEqual(unproven);
    await db().stepUp.deleteMany({ where: { sessionId: session.id } });
    await proveNow(session, "add-passkey");
    expect(await add()).toEqual({ ok: true, value: null });
    expect(await waitingMailsOf(session.user.id)).toMatchObject([{ kind: "passkey", facts: { act: "added" } }]);
    expect(await add()).toEqual(unproven);
    expect(await listPasskeys(session.user.id)).toMatchObject([
      { name: "Phone", isSynced: true, lastUsedAt: null, addedUserAgent: visitor.userAgent },
    ]);
    expect(await eventsOf(session.user.id, "passkey_added")).toHaveLength(1);
    expect(await db().session.count({ where: { userId: session.user.id } })).toBe(2);
  });

  it("needs no second code for a shopper's first passkey within five minutes of a login by email", async () => {
    const login = await logIn((await createUser()).email);
    const session = await findLiveSession(login.sid);
    if (session === null) throw new Error("The new session is not alive.");
    const browser = newBrowser();
    expect(await readReauthentications(session)).toMatchObject({ isAddingConfirmed: true, isRemovalConfirmed: false });
    expect(await startAddingPasskey(session, browser.challengeKey)).toMatchObject({ ok: true });
    const add = async () => {
      const answer = newSoftPasskey(home).create(await addingOptions(session, browser));
      return await addOwnPasskey(session, browser.challengeKey, { name: "Phone", answer }, visitor);
    };
    const added = await Promise.all([add(), add(), add()]);
    expect(added.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await add()).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    expect(await readReauthentications(session)).toMatchObject({ isAddingConfirmed: false });
  });

  it.each([
    ["six minutes ago", { createdAt: new Date(Date.now() - 6 * 60_000) }, {}],
    ["by a phone", { method: "PHONE_CODE" as const }, {}],
    ["by a recovery code", { method: "RECOVERY_CODE" as const }, {}],
    ["by a passkey", { method: "PASSKEY" as const }, {}],
    ["of staff", {}, { role: "STAFF" as const }],
    ["of an admin", {}, { role: "ADMIN" as const }],
    ["of who had a passkey once", {}, { firstPasskeyAt: new Date() }],
  ])("is not confirmed by a login %s", async (_, session, user) => {
    const login = await logIn((await createUser()).email);
    await db().session.update({ where: { sessionToken: login.sid }, data: session });
    await db().user.update({ where: { id: login.userId }, data: user });
    const live = await findLiveSession(login.sid);
    if (live === null) throw new Error("The session is not alive.");
    expect(await startAddingPasskey(live, newBrowser().challengeKey)).toEqual({
      ok: false,
      error: "REAUTHENTICATION_NEEDED",
    });
  });

  it.each(["STAFF", "ADMIN"] as const)(
    "by %s accepts a code by email for the first one only, then a passkey (R22)",
    async (role) => {
      const session = await openTestSession();
      const browser = newBrowser();
      const { id } = session.user;
      await db().user.update({ where: { id }, data: { role } });
      const add = async () => {
        const answer = newSoftPasskey(home).create(await addingOptions(session, browser));
        return await addOwnPasskey(session, browser.challengeKey, { name: "Phone", answer }, visitor);
      };
      await proveNow(session, "add-passkey");
      expect(await add()).toMatchObject({ ok: true });
      const [first] = await listPasskeys(id);

      // The reader of the mailbox gets a code for any proof.
      const unproven = { ok: false, error: "REAUTHENTICATION_NEEDED" };
      await proveNow(session, "add-passkey");
      await proveNow(session, "remove-passkey");
      expect(await readReauthentications(session)).toEqual({
        addingAction: "administer",
        removalAction: "administer",
        needsPasskey: true,
        isAddingConfirmed: false,
        isRemovalConfirmed: false,
        isSwitchConfirmed: false,
      });
      expect(await startAddingPasskey(session, browser.challengeKey)).toEqual(unproven);
      expect(await add()).toEqual(unproven);
      expect(await removeOwnPasskey(session, first?.id ?? "", visitor)).toEqual(unproven);
      await proveNow(session, "administer");
      expect(await removeOwnPasskey(session, first?.id ?? "", visitor)).toMatchObject({ ok: true });
      // The last one is gone, and the mailbox still does not replace it.
      expect(await add()).toEqual(unproven);
      await proveNow(session, "administer");
      expect(await add()).toMatchObject({ ok: true });
    },
  );

  it("asks the device only after a re-authentication, and any number of requests write nothing", async () => {
    const session = await openTestSession();
    const { challengeKey } = newBrowser();
    expect(await startAddingPasskey(session, challengeKey)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    await proveNow(session, "add-passkey");
    const before = await readAllTables();
    for (let time = 0; time < 100; time++) {
      expect(await startAddingPasskey(session, challengeKey)).toMatchObject({ ok: true });
    }
    expect(await readAllTables()).toEqual(before);
  });

  it("asks for a discoverable key with user verification, and gives the device only the username", async () => {
    const { session, user, browser, passkey } = await memberWithPasskey();
    const options = await addingOptions(session, browser);
    expect(options).toMatchObject({
      rp: { id: "localhost" },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: [{ id: passkey.id }],
    });
    expect(Buffer.from(options.user.id, "base64url").toString("hex")).toBe(user.id.replaceAll("-", ""));
    expect(JSON.stringify(options)).not.toContain(user.email);
  });

  it.each([
    ["for another site", { origin: "https://shop.example" }],
    ["that belongs to another site", { rpId: "shop.example" }],
    ["without a look at the person", { isVerified: false }],
    ["inside another site's page", { isInFrame: true }],
    ["below another site's page that is named", { topOrigin: "https://shop.example" }],
    ["with a certificate, which would name addresses for the server to call", { attestation: "certificate" as const }],
    ["with a count that our column does not hold", { counter: 2 ** 31 }],
    ["under another name than it signs", { claimedId: "AAAA" }],
  ])("refuses one made %s", async (_, change) => {
    const session = await openTestSession();
    const browser = newBrowser();
    await proveNow(session, "add-passkey");
    const answer = newSoftPasskey(home).create(await addingOptions(session, browser), change);
    expect(await addOwnPasskey(session, browser.challengeKey, { name: "x", answer }, visitor)).toEqual(notMade);
    expect(await listPasskeys(session.user.id)).toEqual([]);
  });

  it("accepts a self-attested passkey, which some devices send unasked", async () => {
    const session = await openTestSession();
    const browser = newBrowser();
    await proveNow(session, "add-passkey");
    const answer = newSoftPasskey(home).create(await addingOptions(session, browser), { attestation: "self" });
    const added = await addOwnPasskey(session, browser.challengeKey, { name: "x", answer }, visitor);
    expect(added).toMatchObject({ ok: true });
  });

  it("refuses an answer that is late, repeated, or for another session or browser", async () => {
    const session = await openTestSession();
    const other = await openTestSession(session.user.id);
    const browser = newBrowser();
    for (const each of [session, other]) await proveNow(each, "add-passkey");
    const add = async (by: typeof session, key: string, answer: unknown) =>
      await addOwnPasskey(by, key, { name: "x", answer }, visitor);
    const passkey = newSoftPasskey(home);
    const mine = passkey.create(await addingOptions(session, browser));
    expect(await add(other, browser.challengeKey, mine)).toEqual(notMade);
    expect(await add(session, newBrowser().challengeKey, mine)).toEqual(notMade);
    const browserKeyHash = hashKey(browser.challengeKey);
    const late = askedBefore({ purpose: "ADD", browserKeyHash, sessionId: session.id }, 5);
    const changed = [0, 39, 71].map(async (at) => withChangedByte(await addingOptions(session, browser), at));
    const login = await makeAskingOptions({ purpose: "LOGIN", browserKeyHash });
    for (const options of [late, login, ...(await Promise.all(changed))]) {
      const answer = passkey.create({ ...(await addingOptions(session, browser)), ...options });
      expect(await add(session, browser.challengeKey, answer)).toEqual(notMade);
    }
    const good = passkey.create(await addingOptions(session, browser));
    expect(await add(session, browser.challengeKey, good)).toMatchObject({ ok: true });
    await proveNow(session, "add-passkey");
    expect(await add(session, browser.challengeKey, good)).toEqual(notMade);
  });

  it("cannot restore a removed passkey with an old answer, and keeps the re-authentication for a new one", async () => {
    const session = await openTestSession();
    const browser = newBrowser();
    await proveNow(session, "add-passkey");
    const passkey = newSoftPasskey(home);
    const answer = passkey.create(await addingOptions(session, browser));
    const add = () => addOwnPasskey(session, browser.challengeKey, { name: "x", answer }, visitor);
    const results = await Promise.all(Array.from({ length: 20 }, add));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    await proveNow(session, "remove-passkey");
    await removeOwnPasskey(session, passkey.id, visitor);
    await proveNow(session, "add-passkey");
    expect(await add()).toEqual(notMade);
    expect(await listPasskeys(session.user.id)).toEqual([]);
    const next = newSoftPasskey(home).create(await addingOptions(session, browser));
    expect(await addOwnPasskey(session, browser.challengeKey, { name: "y", answer: next }, visitor)).toMatchObject({
      ok: true,
    });
  });

  it("writes nothing without a re-authentication, however many answers arrive", async () => {
    const session = await openTestSession();
    const browser = newBrowser();
    const before = await readAllTables();
    for (let time = 0; time < 20; time++) {
      const answer = newSoftPasskey(home).create(await addingOptions(session, browser));
      await addOwnPasskey(session, browser.challengeKey, { name: "x", answer }, visitor);
    }
    expect(await readAllTables()).toEqual(before);
  });

  it("refuses a passkey that another user already has", async () => {
    const { passkey } = await memberWithPasskey();
    const session = await openTestSession();
    const browser = newBrowser();
    await proveNow(session, "add-passkey");
    const answer = passkey.create(await addingOptions(session, browser));
    expect(await addOwnPasskey(session, browser.challengeKey, { name: "x", answer }, visitor)).toEqual(notMade);
  });

  it("is limited to twenty, and the re-authentication still works after one is removed", async () => {
    const { session, browser } = await memberWithPasskey();
    const [row] = await db().authenticator.findMany({ where: { userId: session.user.id } });
    if (!row) throw new Error("no passkey");
    await db().authenticator.createMany({
      data: Array.from({ length: mostPasskeys - 1 }, (_, index) => ({
        ...row,
        credentialID: `${row.credentialID}${index}`,
        reportId: randomUUID(),
      })),
    });
    await proveNow(session, "add-passkey");
    const answer = newSoftPasskey(home).create(await addingOptions(session, browser));
    const add = () => addOwnPasskey(session, browser.challengeKey, { name: "x", answer }, visitor);
    expect(await add()).toEqual({ ok: false, error: "TOO_MANY_PASSKEYS" });
    // Nor is another one made on a device.
    const started = await startAddingPasskey(session, browser.challengeKey);
    expect(started).toEqual({ ok: false, error: "TOO_MANY_PASSKEYS" });
    await proveNow(session, "remove-passkey");
    expect(await removeOwnPasskey(session, row.credentialID, visitor)).toMatchObject({ ok: true });
    expect(await add()).toMatchObject({ ok: true });
  });
});

describe("a passkey of one's own", () => {
  it("is removed only after a re-authentication, and no session ends by it (R33)", async () => {
    const { session, passkey } = await memberWithPasskey();
    expect(await removeOwnPasskey(session, passkey.id, visitor)).toEqual({
      ok: false,
      error: "REAUTHENTICATION_NEEDED",
    });
    await proveNow(session, "remove-passkey");
    expect(await removeOwnPasskey(session, passkey.id, visitor)).toEqual({ ok: true, value: null });
    expect(await removeOwnPasskey(session, passkey.id, visitor)).toEqual({ ok: true, value: null });
    expect(await waitingMailsOf(session.user.id)).toMatchObject([
      { kind: "passkey", facts: { act: "added" } },
      { kind: "passkey", facts: { act: "removed" } },
    ]);
    expect(await listPasskeys(session.user.id)).toEqual([]);
    expect(await eventsOf(session.user.id, "passkey_removed")).toHaveLength(1);
    expect(await db().session.count({ where: { id: session.id } })).toBe(1);
  });

  it("cannot be removed or renamed by another user", async () => {
    const { user, passkey } = await memberWithPasskey();
    const stranger = await openTestSession();
    await proveNow(stranger, "remove-passkey");
    await removeOwnPasskey(stranger, passkey.id, visitor);
    expect(await renamePasskey(stranger.user, { id: passkey.id, name: "mine" }, visitor)).toBe(false);
    expect(await listPasskeys(user.id)).toMatchObject([{ name: "Laptop" }]);
  });

  it("can be renamed at most sixty times an hour in one session, without using up other limits", async () => {
    const { session, passkey } = await memberWithPasskey();
    const other = await openTestSession(session.user.id);
    const rename = (by: typeof session, name: string) => renameOwnPasskey(by, { id: passkey.id, name }, visitor);
    for (let time = 0; time < 60; time++) expect(await rename(session, `name ${time}`)).toBe(true);
    await expect(rename(session, "one too many")).rejects.toThrow(TooManyRequests);
    expect(await listPasskeys(session.user.id)).toMatchObject([{ name: "name 59" }]);
    expect(await eventsOf(session.user.id, "passkey_renamed")).toHaveLength(60);
    expect(await rename(other, "from elsewhere")).toBe(true);
  });

  it("gets another name, and the audit trail records it", async () => {
    const { user, passkey } = await memberWithPasskey();
    expect(await renamePasskey(user, { id: passkey.id, name: "Old laptop" }, visitor)).toBe(true);
    expect(await listPasskeys(user.id)).toMatchObject([{ name: "Old laptop" }]);
    expect(await eventsOf(user.id, "passkey_renamed")).toHaveLength(1);
  });
});
