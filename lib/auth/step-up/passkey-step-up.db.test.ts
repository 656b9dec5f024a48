import { expect, it } from "vitest";
import { completePasskeyLogin } from "@/lib/auth/login/complete-passkey-login";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { hasReauthenticated } from "@/lib/step-up/re-authentication";
import { newBrowser, visitor } from "@/test/login-parts";
import {
  addingOptions,
  askedBefore,
  eventsOf,
  loginOptions,
  memberWithPasskey,
  openTestSession,
  readAllTables,
  withChangedByte,
} from "@/test/passkey-parts";
import { finishPasskeyStepUp } from "./finish-step-up";
import { startPasskeyStepUp } from "./start-step-up";

const refused = { ok: false, error: "PASSKEY_REFUSED" };
const act = "administer";

async function asked(member: Awaited<ReturnType<typeof memberWithPasskey>>) {
  return await startPasskeyStepUp(member.session, act, member.browser.challengeKey);
}

it("a passkey confirms the requested action in the requesting session for five minutes", async () => {
  const member = await memberWithPasskey();
  const answer = member.passkey.sign(await asked(member));
  const { session, browser } = member;
  expect(await finishPasskeyStepUp(answer, act, session, browser.challengeKey, visitor)).toMatchObject({ ok: true });
  expect(await hasReauthenticated(session.id, act)).toBe(true);
  expect(await hasReauthenticated(session.id, act, new Date(Date.now() + 5 * 60_000))).toBe(false);
  expect(await hasReauthenticated(session.id, "remove-passkey")).toBe(false);
  const [event] = await eventsOf(session.user.id, "step_up_proven");
  expect(event).toMatchObject({ actorId: session.user.id, details: { act, method: "PASSKEY" } });
});

it("one answer is one re-authentication: sent again it confirms nothing", async () => {
  const member = await memberWithPasskey();
  const answer = member.passkey.sign(await asked(member));
  const { session, browser } = member;
  const finish = () => finishPasskeyStepUp(answer, act, session, browser.challengeKey, visitor);
  const results = await Promise.all(Array.from({ length: 20 }, finish));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  await db().stepUp.deleteMany({ where: { sessionId: session.id } });
  expect(await finish()).toEqual(refused);
  expect(await hasReauthenticated(session.id, act)).toBe(false);
  expect(await eventsOf(session.user.id, "step_up_proven")).toHaveLength(1);
});

it("an answer during a logout in another tab confirms nothing, and causes no error", async () => {
  const member = await memberWithPasskey();
  const answer = member.passkey.sign(await asked(member));
  const { session, browser } = member;
  await db().session.delete({ where: { id: session.id } });
  expect(await finishPasskeyStepUp(answer, act, session, browser.challengeKey, visitor)).toEqual(refused);
});

it("an expired or changed challenge confirms nothing", async () => {
  const member = await memberWithPasskey();
  const { session, browser, passkey } = member;
  const browserKeyHash = hashKey(browser.challengeKey);
  const late = askedBefore({ purpose: "STEP_UP", browserKeyHash, sessionId: session.id, act }, 5);
  const changed = [0, 39, 71].map(async (at) => withChangedByte(await asked(member), at));
  for (const options of [late, ...(await Promise.all(changed))]) {
    const answer = passkey.sign(options);
    expect(await finishPasskeyStepUp(answer, act, session, browser.challengeKey, visitor)).toEqual(refused);
  }
  expect(await hasReauthenticated(session.id, act)).toBe(false);
});

it("is requested any number of times without a write to the database", async () => {
  const member = await memberWithPasskey();
  const before = await readAllTables();
  for (let time = 0; time < 100; time++) await asked(member);
  expect(await readAllTables()).toEqual(before);
});

it("an answer from another browser, for another action or to another session's challenge confirms nothing", async () => {
  const member = await memberWithPasskey();
  const { session, browser, passkey } = member;
  const second = await openTestSession(session.user.id);
  const attempts = [
    finishPasskeyStepUp(passkey.sign(await asked(member)), act, session, newBrowser().challengeKey, visitor),
    finishPasskeyStepUp(passkey.sign(await asked(member)), "add-passkey", session, browser.challengeKey, visitor),
    finishPasskeyStepUp(passkey.sign(await asked(member)), act, second, browser.challengeKey, visitor),
    finishPasskeyStepUp(
      passkey.sign(await addingOptions(session, browser)),
      act,
      session,
      browser.challengeKey,
      visitor,
    ),
    finishPasskeyStepUp(passkey.sign(await asked(member)), act, session, null, visitor),
  ];
  for (const attempt of await Promise.all(attempts)) expect(attempt).toEqual(refused);
  expect(await db().stepUp.count({ where: { sessionId: { in: [session.id, second.id] } } })).toBe(0);
});

it("another person's passkey on the same device confirms nothing, and the audit trail records it", async () => {
  const [member, other] = [await memberWithPasskey(), await memberWithPasskey()];
  const answer = other.passkey.sign(await asked(member));
  const { session, browser } = member;
  expect(await finishPasskeyStepUp(answer, act, session, browser.challengeKey, visitor)).toEqual(refused);
  expect(await hasReauthenticated(session.id, act)).toBe(false);
  expect(await eventsOf(session.user.id, "passkey_rejected")).toHaveLength(1);
});

it("a signature for a login confirms no action, and one for an action logs no one in", async () => {
  const member = await memberWithPasskey();
  const { session, browser, passkey } = member;
  const login = passkey.sign(await loginOptions(browser));
  expect(await finishPasskeyStepUp(login, act, session, browser.challengeKey, visitor)).toEqual(refused);
  const proof = passkey.sign(await asked(member));
  expect(await completePasskeyLogin(proof, browser, visitor)).toEqual(refused);
});

it("a cloned passkey confirms nothing, and is blocked", async () => {
  const member = await memberWithPasskey(5);
  const { session, browser, passkey } = member;
  const answer = passkey.sign(await asked(member), { counter: 5 });
  const finished = await finishPasskeyStepUp(answer, act, session, browser.challengeKey, visitor);
  expect(finished).toMatchObject({ ...refused, isMailed: true });
  expect(await hasReauthenticated(session.id, act)).toBe(false);
  expect(await eventsOf(session.user.id, "passkey_clone_suspected")).toHaveLength(1);
});
