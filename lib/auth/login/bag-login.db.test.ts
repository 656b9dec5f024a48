import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { addToBag } from "@/lib/bag/change-bag";
import { db } from "@/lib/db/client";
import { addProduct, deleteTestProducts, linesOf, newGuest } from "@/test/bag-parts";
import {
  beginLogin,
  beginRegistration,
  createUser,
  handIn,
  inbox,
  newBrowser,
  newPerson,
  visitor,
} from "@/test/login-parts";
import { loginOptions, memberWithPasskey } from "@/test/passkey-parts";
import { logInByCode, memberWithCodes } from "@/test/recovery-parts";
import { completeLogin } from "./complete-login";
import { completePasskeyLogin } from "./complete-passkey-login";

/** A process starts slowly on a busy machine. */
const startsWithinMs = 120_000;
vi.setConfig({ testTimeout: 2 * startsWithinMs });

let slug = "";

beforeAll(async () => {
  slug = await addProduct();
});

afterAll(deleteTestProducts);

/** A browser with three pieces in a guest's bag. */
async function browserWithBag() {
  const guest = newGuest();
  await addToBag(guest, new Map([[slug, 3]]));
  return { guest, browser: { ...newBrowser(), bagKey: guest.key } };
}

async function expectMerged(userId: string, { keyHash }: { keyHash: string }, pieces = 3) {
  expect(await linesOf({ userId })).toEqual({ [slug]: pieces });
  expect(await db().bag.count({ where: { keyHash } })).toBe(0);
}

async function begin(email: string, browser: Awaited<ReturnType<typeof browserWithBag>>["browser"]) {
  const { challengeId } = await beginLogin(email, browser);
  return { challengeId, browser };
}

it("a login by code merges the guest's bag into the account's", async () => {
  const user = await createUser();
  await addToBag({ userId: user.id }, new Map([[slug, 4]]));
  const { guest, browser } = await browserWithBag();
  const began = await begin(user.email, browser);
  expect(await handIn(await inbox.latestCode(user.email), began)).toMatchObject({ ok: true });
  await expectMerged(user.id, guest, 7);
});

it("a registration merges it", async () => {
  const person = newPerson();
  const { guest, browser } = await browserWithBag();
  const { challengeId } = await beginRegistration(person, browser);
  const code = await inbox.latestCode(person.email);
  const finished = await completeLogin({ challengeId, code }, browser, visitor);
  await expectMerged(finished.ok ? finished.value.userId : "", guest);
});

it("a passkey and a recovery code merge it", async () => {
  const { user, passkey } = await memberWithPasskey();
  const first = await browserWithBag();
  const answer = passkey.sign(await loginOptions(first.browser));
  expect(await completePasskeyLogin(answer, first.browser, visitor)).toMatchObject({ ok: true });
  await expectMerged(user.id, first.guest);

  const owner = await memberWithCodes();
  const second = await browserWithBag();
  expect(await logInByCode(owner.user.email, owner.code, second.browser)).toMatchObject({ ok: true });
  await expectMerged(owner.user.id, second.guest);
});

it("wrong and expired codes leave the guest's bag, and so does a login on another device", async () => {
  const user = await createUser();
  const { guest, browser } = await browserWithBag();
  const began = await begin(user.email, browser);
  await db().challenge.update({ where: { id: began.challengeId }, data: { expiresAt: new Date() } });
  expect(await handIn(await inbox.latestCode(user.email), began)).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
  const elsewhere = await beginLogin(user.email);
  expect(await handIn(await inbox.latestCode(user.email), elsewhere)).toMatchObject({ ok: true });
  expect(await linesOf(guest)).toEqual({ [slug]: 3 });
  expect(await linesOf({ userId: user.id })).toEqual({});

  const again = await begin(user.email, browser);
  expect(await handIn(await inbox.latestCode(user.email), again)).toMatchObject({ ok: true });
  await expectMerged(user.id, guest);
});

it("a double press and two tabs merge it once", async () => {
  const user = await createUser();
  const { guest, browser } = await browserWithBag();
  const [first, second] = [await begin(user.email, browser), await begin(user.email, browser)];
  const code = await inbox.latestCode(user.email);
  const answers = await Promise.all([first, first, second, second].map((tab) => handIn(code, tab)));
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  await expectMerged(user.id, guest);
});

it("two accounts that log in with one guest's bag at once: one of them gets all of it", async () => {
  const users = [await createUser(), await createUser()];
  const { guest, browser } = await browserWithBag();
  const tabs = await Promise.all(users.map(async ({ email }) => ({ email, ...(await begin(email, browser)) })));
  await Promise.all(tabs.map(async (tab) => handIn(await inbox.latestCode(tab.email), tab)));
  const bags = await Promise.all(users.map(({ id }) => linesOf({ userId: id })));
  expect(bags.map((lines) => lines[slug] ?? 0).sort()).toEqual([0, 3]);
  expect(await db().bag.count({ where: { keyHash: guest.keyHash } })).toBe(0);
});

it("a process that is killed between the session and the merge leaves neither, and the code works again", async ({
  skip,
}) => {
  const [{ version }] = await db().$queryRaw<[{ version: string }]>`SELECT version()`;
  if (version.includes("emscripten")) skip("One transaction at a time shows no waiting process.");
  const user = await createUser();
  const { guest, browser } = await browserWithBag();
  const began = await begin(user.email, browser);
  const code = await inbox.latestCode(user.email);
  const sessions = () => db().session.count({ where: { userId: user.id } });
  let child: ReturnType<typeof spawn> | undefined;
  await db().$transaction(
    async (transaction) => {
      await transaction.$queryRaw`SELECT 1 FROM "Bag" WHERE "keyHash" = ${guest.keyHash} FOR UPDATE`;
      child = spawn(process.execPath, ["scripts/bootstrap.mjs", "test/log-in-process.ts"], {
        env: { ...process.env, LOGIN: JSON.stringify({ challengeId: began.challengeId, code, browser }) },
        stdio: "ignore",
      });
      await vi.waitUntil(async () => await isMergeWaiting(), { timeout: startsWithinMs, interval: 100 });
      child.kill("SIGKILL");
      await once(child, "exit");
    },
    { timeout: 2 * startsWithinMs },
  );
  expect(child?.signalCode).toBe("SIGKILL");
  expect(await sessions()).toBe(0);
  expect(await linesOf(guest)).toEqual({ [slug]: 3 });

  expect(await handIn(code, began)).toMatchObject({ ok: true });
  expect(await sessions()).toBe(1);
  await expectMerged(user.id, guest);
});

it("a login without a guest's bag runs no other statement, and names no bag", async () => {
  const { email, id } = await createUser();
  await addToBag({ userId: id }, new Map([[slug, 1]]));
  const without = await statementsOf(email, newBrowser());
  const { browser } = await browserWithBag();
  const withBag = await statementsOf(email, browser);
  const isOfBag = (sql: string) => /"Bag"/.test(sql);
  const isOfTransaction = (sql: string) => /^(?:BEGIN|COMMIT)/.test(sql);
  expect(without.length).toBeGreaterThan(1);
  expect(without.filter((sql) => isOfBag(sql) || isOfTransaction(sql))).toEqual([]);
  expect(withBag.filter(isOfTransaction)).toEqual(["BEGIN", "COMMIT"]);
  expect(withBag.filter(isOfBag)).toHaveLength(2);
  expect(withBag.filter((sql) => !isOfBag(sql) && !isOfTransaction(sql))).toEqual(without);
});

async function statementsOf(email: string, browser: ReturnType<typeof newBrowser>): Promise<string[]> {
  const began = await beginLogin(email, browser);
  const code = await inbox.latestCode(email);
  const query = vi.spyOn(pg.Client.prototype, "query");
  const finished = await handIn(code, began);
  const statements = query.mock.calls.map(([asked]) => {
    const { text } = asked as unknown as { text?: string };
    return text ?? String(asked);
  });
  query.mockRestore();
  expect(finished).toMatchObject({ ok: true });
  return statements;
}

/** Asked from a connection of its own: statistics are cached per transaction. */
async function isMergeWaiting(): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity
    WHERE "wait_event_type" = 'Lock' AND "datname" = current_database() AND "query" LIKE '%"Bag"%'`;
  return rows.length > 0;
}
