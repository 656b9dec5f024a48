import { expect, it, vi } from "vitest";
import { completeLogin } from "@/lib/auth/login/complete-login";
import { startLogin } from "@/lib/auth/login/start-login";
import { finishPhoneChange } from "@/lib/auth/profile/change-phone";
import type { BotCheckRequest } from "@/lib/bot-check/bot-check-request";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { forget } from "@/lib/limits/consume";
import {
  asking,
  beginLogin,
  createUser,
  handIn,
  inbox,
  newBrowser,
  newIp,
  visitor,
  wrongCodeFor,
} from "@/test/login-parts";
import { beginPhoneLogin, createPhoneOwner, newPhone } from "@/test/phone-parts";
import { askForText, askToMove, handInMove, handInText } from "@/test/profile-parts";

// No code is handed in twice here, so no refusal has another request of its browser to wait for.
vi.mock("@/lib/auth/challenge/find-verified", async (load) => ({
  ...(await load<object>()),
  findVerifiedSoon: async () => null,
}));

it("guesses at another person's address through email changes are compared ten times an hour, over all sessions (R7)", async () => {
  const victim = await createUser();
  const outcomes: unknown[] = [];
  for (let session = 1; session <= 3; session++) {
    await openSends(victim.email);
    const asked = await askToMove(undefined, victim.email);
    const code = await wrongCodeFor(victim.email);
    for (let guess = 1; guess <= 5; guess++) outcomes.push(await outcomeOf(handInMove(asked, code)));
  }
  expect(outcomes).toEqual([...Array(10).fill("compared"), ...Array(5).fill("limited")]);
  expect(await comparisons(victim.email)).toBe(10);

  // The same budget as that of logins: there is none left there.
  await openSends(victim.email);
  const login = await beginLogin(victim.email);
  await expect(handIn(await wrongCodeFor(victim.email), login)).rejects.toThrow(TooManyRequests);
});

it("guesses at another person's phone are compared ten times an hour, over all sessions (R7)", async () => {
  const phone = newPhone();
  const outcomes: unknown[] = [];
  for (let session = 1; session <= 3; session++) {
    const asked = await askForText(undefined, phone);
    const code = await wrongCodeFor(phone);
    for (let guess = 1; guess <= 5; guess++) outcomes.push(await outcomeOf(handInText(asked, code)));
  }
  expect(outcomes).toEqual([...Array(10).fill("compared"), ...Array(5).fill("limited")]);
  expect(await comparisons(phone)).toBe(10);
});

it("a right code for a new address or phone resets its limit", async () => {
  const asked = await askToMove();
  const code = await inbox.latestCode(asked.address);
  for (let guess = 1; guess <= 4; guess++) await handInMove(asked, await wrongCodeFor(asked.address));
  expect(await handInMove(asked, code)).toMatchObject({ ok: true });
  await openSends(asked.address);
  const login = await beginLogin(asked.address);
  for (let guess = 1; guess <= 4; guess++) await handIn(await wrongCodeFor(asked.address), login);
  expect(await handIn(await inbox.latestCode(asked.address), login)).toMatchObject({ ok: true });
});

it("one network cannot use up an address's limit: after ten wrong codes from it the owner can log in with a new browser (R8)", async () => {
  const victim = await createUser();
  const ip = newIp();
  const outcomes = await attack(victim.email, ip, 10);
  expect(outcomes.filter((outcome) => outcome === "compared")).toHaveLength(7);
  await openSends(victim.email);
  const login = await beginLogin(victim.email);
  expect(await handIn(await inbox.latestCode(victim.email), login)).toMatchObject({ ok: true });
});

it("one network cannot use up a phone's limit by login and verification together", async () => {
  const owner = await createPhoneOwner();
  const from = { ...visitor, ip: newIp() };
  const asked = await askForText(undefined, owner.phone);
  const login = await beginPhoneLogin(owner.email);
  const code = await wrongCodeFor(owner.email, owner.phone);
  const asker = { ...newBrowser(), challengeKey: asked.challengeKey };
  for (let guess = 1; guess <= 5; guess++) {
    await finishPhoneChange({ challengeId: asked.challengeId, code }, asked.session, asker, from);
  }
  for (let guess = 1; guess <= 5; guess++) {
    await completeLogin({ challengeId: login.challengeId, code }, login.browser, from);
  }
  expect(await comparisons(owner.phone)).toBe(7);
  await openSends(owner.email);
  const own = await beginPhoneLogin(owner.email);
  expect(await handIn(await inbox.latestCode(owner.phone), own)).toMatchObject({ ok: true });
});

it("a network without a bot check has three wrong codes at one address, all networks together five (R19)", async () => {
  const victim = await createUser();
  const proof = { waitToken: "token" } as BotCheckRequest;
  const unproven = async () => proof;
  expect(await attack(victim.email, newIp(), 5, unproven)).toEqual([
    ...Array(3).fill("compared"),
    ...Array(2).fill("asked for a proof"),
  ]);
  expect(await attack(victim.email, newIp(), 5, unproven)).toEqual([
    ...Array(2).fill("compared"),
    ...Array(3).fill("asked for a proof"),
  ]);
  expect(await comparisons(victim.email)).toBe(5);
});

it("asks for the same bot check at an address without an account (R19)", async () => {
  const unproven = async () => ({ waitToken: "token" }) as BotCheckRequest;
  const known = await attack((await createUser()).email, newIp(), 5, unproven);
  expect(await attack(`nobody-${Date.now()}@example.com`, newIp(), 5, unproven)).toEqual(known);
});

it("a code that waits for a bot check uses no attempt, and is compared after the check (R19)", async () => {
  const victim = await createUser();
  const { challengeId, browser } = await beginLogin(victim.email);
  const from = { ...visitor, ip: newIp() };
  const code = await inbox.latestCode(victim.email);
  const wrong = await wrongCodeFor(victim.email);
  for (let guess = 1; guess <= 3; guess++) await completeLogin({ challengeId, code: wrong }, browser, from);
  const unproven = { ...browser, askForBotCheck: async () => ({ waitToken: "token" }) as BotCheckRequest };
  for (let press = 1; press <= 5; press++) {
    expect(await completeLogin({ challengeId, code }, unproven, from)).toMatchObject({ error: "BOT_CHECK_NEEDED" });
  }
  expect(await completeLogin({ challengeId, code }, browser, from)).toMatchObject({ ok: true });
});

/** Wrong codes from one place, a new request after every five. */
async function attack(
  email: string,
  ip: string,
  guesses: number,
  askForBotCheck?: () => Promise<BotCheckRequest | null>,
) {
  const outcomes: unknown[] = [];
  const from = { ...visitor, ip };
  for (let guess = 0; guess < guesses; guess += 5) {
    await openSends(email);
    const browser = newBrowser();
    const started = await startLogin({ email, returnTo: null }, asking(browser));
    if (!started.ok) throw new Error(started.error);
    await started.value.deliver();
    const attempt = { challengeId: started.value.challengeId, code: await wrongCodeFor(email) };
    const asker = askForBotCheck ? { ...browser, askForBotCheck } : browser;
    for (let time = 0; time < 5; time++) outcomes.push(await outcomeOf(completeLogin(attempt, asker, from)));
  }
  return outcomes;
}

async function outcomeOf(finishing: Promise<{ ok: boolean; error?: string }>) {
  const finished = await finishing.catch((error) => {
    if (error instanceof TooManyRequests) return { ok: false, error: "limited" };
    throw error;
  });
  if (finished.error === "BOT_CHECK_NEEDED") return "asked for a proof";
  return finished.error === "limited" ? "limited" : "compared";
}

/** Lets the time go by after which codes may be sent to an address again. */
async function openSends(email: string) {
  await forget([
    { policy: "send.address.short", subject: email },
    { policy: "send.mailbox.short", subject: email },
  ]);
}

async function comparisons(address: string): Promise<number> {
  const asked = await inbox.journal({ to: address });
  return asked.filter(({ path }) => path.endsWith("/VerificationCheck")).length;
}
