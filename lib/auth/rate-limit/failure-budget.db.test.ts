import { describe, expect, it, vi } from "vitest";
import { completeLogin } from "@/lib/auth/login/complete-login";
import { startLogin, startRegistration } from "@/lib/auth/login/start-login";
import type { BotCheckRequest } from "@/lib/bot-check/bot-check-request";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import * as limits from "@/lib/limits/consume";
import {
  asking,
  beginLogin,
  createUser,
  inbox,
  letTimePass,
  makeTrusted,
  newBrowser,
  newIp,
  newPerson,
  visitor,
  wrongCode,
  wrongCodeFor,
} from "@/test/login-parts";

// No code is handed in twice here, so no refusal has another request of its browser to wait for.
vi.mock("@/lib/auth/challenge/find-verified", async (load) => ({
  ...(await load<object>()),
  findVerifiedSoon: async () => null,
}));

describe("wrong codes for one address", () => {
  it("are compared at most ten times an hour, over all requests and sources (R7)", async () => {
    const { email } = await createUser();
    const outcomes = await guessEverywhere(email, 15);
    expect(outcomes.filter((outcome) => outcome === "compared")).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === "limited").length).toBeGreaterThan(0);
    expect(await comparisons(email)).toBe(10);
  });

  it("are counted in the same way for an address without an account (R13)", async () => {
    const known = await guessEverywhere((await createUser()).email, 12);
    const unknown = await guessEverywhere(newPerson().email, 12);
    expect(unknown).toEqual(known);
  });

  it("are compared at most twenty times a day, while a trusted device can still log in (R7)", async () => {
    const user = await createUser();
    const shopper = newBrowser();
    await makeTrusted(user.id, shopper);
    const nextHour = async () => {
      await openSends(user.email);
      await limits.forget([{ policy: "check.identity.hour", subject: user.email }]);
    };
    for (let hour = 1; hour <= 2; hour++) {
      expect(await guessEverywhere(user.email, 10)).not.toContain("limited");
      await nextHour();
    }
    const { challengeId, browser } = await beginLogin(user.email);
    const code = await inbox.latestCode(user.email);
    const refused = await completeLogin({ challengeId, code }, browser, visitor).catch((error) => error);
    expect(refused).toBeInstanceOf(TooManyRequests);
    expect(refused.retryAt.getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect(await comparisons(user.email)).toBe(20);
    await logIn(user.email, shopper);
  });

  it("are compared at most ten times when they arrive at once (R7)", async () => {
    const { email } = await createUser();
    const requests = [await beginLogin(email), await beginLogin(email), await beginLogin(email)];
    const code = wrongCode(await inbox.latestCode(email));
    await Promise.allSettled(
      requests.flatMap(({ challengeId, browser }) =>
        Array.from({ length: 10 }, () => completeLogin({ challengeId, code }, browser, visitor)),
      ),
    );
    expect(await comparisons(email)).toBeLessThanOrEqual(10);
  });

  it("are reset by the right code (R7)", async () => {
    const { email } = await createUser();
    expect(await guessEverywhere(email, 9)).not.toContain("limited");
    await logIn(email);
    await openSends(email);
    expect(await guessEverywhere(email, 10)).not.toContain("limited");
  });

  it("use no attempt of the request when refused, and the answer says when to return", async () => {
    const { email } = await createUser();
    await guessEverywhere(email, 10);
    await openSends(email);
    const { challengeId, browser } = await beginLogin(email);
    const code = await wrongCodeFor(email);
    const refused = await completeLogin({ challengeId, code }, browser, visitor).catch((error) => error);
    expect(refused).toBeInstanceOf(TooManyRequests);
    const waitMs = refused.retryAt.getTime() - Date.now();
    expect(waitMs).toBeGreaterThan(55 * 60_000);
    expect(waitMs).toBeLessThanOrEqual(60 * 60_000);
    expect(await db().challenge.findUniqueOrThrow({ where: { id: challengeId } })).toMatchObject({ attempts: 0 });
  });

  it("add one audit trail entry for a reached limit, not one for each request", async () => {
    const person = await createUser();
    await guessEverywhere(person.email, 15);
    const mask = `${person.email.slice(0, 1)}•••${person.email.split("@")[0]?.at(-1)}@example.com`;
    const events = await db().auditEvent.findMany({ where: { name: "limit_reached", maskedIdentifier: mask } });
    const ours = events.filter(({ at }) => at.getTime() > Date.now() - 20_000);
    expect(ours.map(({ details }) => details)).toContainEqual({
      policy: "check.identity.hour",
      subject: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe("a trusted device", () => {
  it("logs in while an attacker with a thousand addresses uses up every limit of the account (R8)", async () => {
    const user = await createUser();
    const shopper = newBrowser();
    await makeTrusted(user.id, shopper);
    await logIn(user.email, shopper);

    for (let address = 1; address <= 1_000; address++) await attack(user.email, newIp());
    // A new browser is refused, also with the owner behind it.
    await expect(startLogin({ email: user.email, returnTo: null }, asking())).rejects.toThrow(TooManyRequests);

    const { challengeId } = await beginLogin(user.email, shopper);
    await attack(user.email, newIp());
    const code = await inbox.latestCode(user.email);
    expect(await completeLogin({ challengeId, code }, shopper, visitor)).toMatchObject({ ok: true });
  }, 120_000);

  it("has no quota at another user's account (R8)", async () => {
    const [victim, attacker] = [await createUser(), await createUser()];
    const browser = newBrowser();
    await makeTrusted(attacker.id, browser);
    for (let address = 1; address <= 6; address++) await attack(victim.email, newIp());
    await expect(startLogin({ email: victim.email, returnTo: null }, asking(browser))).rejects.toThrow(TooManyRequests);
  });

  it("can enter at most ten wrong codes an hour", async () => {
    const user = await createUser();
    const shopper = newBrowser();
    await makeTrusted(user.id, shopper);
    expect(await guessEverywhere(user.email, 12, shopper)).toEqual([
      ...Array.from({ length: 10 }, () => "compared"),
      "limited",
      "limited",
    ]);
  });

  it("is no longer trusted after thirty days", async () => {
    const user = await createUser();
    const shopper = newBrowser();
    await makeTrusted(user.id, shopper);
    await db().trustedDevice.updateMany({
      where: { userId: user.id },
      data: { lastSeenAt: new Date(Date.now() - 31 * 24 * 3_600_000) },
    });
    for (let address = 1; address <= 6; address++) await attack(user.email, newIp());
    await expect(startLogin({ email: user.email, returnTo: null }, asking(shopper))).rejects.toThrow(TooManyRequests);
  });
});

describe("codes", () => {
  it("are sent to one address at most five times in ten minutes, for all requesters together (R11)", async () => {
    const { email } = await createUser();
    for (let time = 1; time <= 5; time++) await beginLogin(email);
    await expect(beginLogin(email)).rejects.toThrow(TooManyRequests);
    expect(await inbox.messages({ to: email })).toHaveLength(5);
  });

  it("can be requested by one source thirty times an hour, with a bot check from the sixth on (R17)", async () => {
    const ip = newIp();
    let proofs = 0;
    const askForBotCheck = async () => {
      proofs += 1;
      return null;
    };
    const ask = () =>
      startLogin(
        { email: newPerson().email, returnTo: null },
        asking(newBrowser(), { visitor: { ...visitor, ip }, askForBotCheck }),
      );
    for (let time = 1; time <= 5; time++) await ask();
    expect(proofs).toBe(0);
    for (let time = 6; time <= 30; time++) await ask();
    expect(proofs).toBe(25);
    await expect(ask()).rejects.toThrow(TooManyRequests);
  });

  it("are sent to one mailbox at most thirty times a day, whatever the number of trusted devices", async () => {
    const user = await createUser();
    const mailbox = { policy: "send.known.address.day", subject: user.email } as const;
    for (let time = 1; time <= 5; time++) await beginLogin(user.email);
    for (let time = 1; time <= 19; time++) await limits.consume([mailbox]);
    const known = [newBrowser(), newBrowser()];
    for (const browser of known) await makeTrusted(user.id, browser);
    const [first, second] = known;
    await beginLogin(user.email, first);
    await expect(beginLogin(user.email, second)).rejects.toThrow(TooManyRequests);
  });

  it("change no count when they are refused, except that the refusal was recorded", async () => {
    const ip = newIp();
    const ask = (askForBotCheck: () => Promise<BotCheckRequest | null>) =>
      startLogin(
        { email: newPerson().email, returnTo: null },
        asking(newBrowser(), { visitor: { ...visitor, ip }, askForBotCheck }),
      ).catch(() => null);
    for (let time = 1; time <= 30; time++) await ask(async () => null);
    const rows = await db().rateLimit.count();
    for (let time = 1; time <= 10; time++) await ask(async () => null);
    expect(await db().rateLimit.count()).toBeLessThanOrEqual(rows + 1);
    await limits.forget([
      { policy: "send.source.short", subject: ip },
      { policy: "send.source.hour", subject: ip },
    ]);
    for (let time = 1; time <= 5; time++) await ask(async () => null);
    const before = await db().rateLimit.count();
    for (let time = 1; time <= 10; time++)
      expect(await ask(async () => ({}) as BotCheckRequest)).toMatchObject({ ok: false });
    expect(await db().rateLimit.count()).toBe(before + 1);
  });

  it("are sent only to trusted devices in a network whose hourly limit is used up (R17)", async () => {
    const user = await createUser();
    const shopper = newBrowser();
    await makeTrusted(user.id, shopper);
    // None that newIp() gives: it stays closed for the tests that come after.
    const network = "198.18.0";
    const startFrom = (ip: string, browser = newBrowser()) =>
      startLogin({ email: user.email, returnTo: null }, asking(browser, { visitor: { ...visitor, ip } }));
    await limits.exhaust({ policy: "send.network.hour", subject: `${network}.0/24` }, 3_600);

    const refused = await startFrom(`${network}.1`).catch((error) => error);
    expect(refused).toBeInstanceOf(TooManyRequests);
    expect(refused.retryAt.getTime() - Date.now()).toBeGreaterThan(55 * 60_000);
    expect(await startFrom(`${network}.2`, shopper)).toMatchObject({ ok: true });
    expect(await startFrom(newIp())).toMatchObject({ ok: true });
  });

  it("are neither sent nor compared while the limits are unavailable (R17)", async () => {
    const { email, id } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    const code = await inbox.latestCode(email);
    vi.spyOn(limits, "consume").mockRejectedValue(new limits.LimitsUnavailable("postgres", new Error("down")));
    await expect(beginLogin(email)).rejects.toThrow(limits.LimitsUnavailable);
    await expect(completeLogin({ challengeId, code }, browser, visitor)).rejects.toThrow(limits.LimitsUnavailable);
    vi.restoreAllMocks();
    expect(await inbox.messages({ to: email })).toHaveLength(1);
    expect(await comparisons(email)).toBe(0);
    expect(await db().session.count({ where: { userId: id } })).toBe(0);
    expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: true });
  });
});

it("one source can check forty usernames an hour (R16)", async () => {
  const ip = newIp();
  const taken = (await createUser()).username;
  const ask = () =>
    startRegistration({ ...newPerson(), username: taken }, null, asking(newBrowser(), { visitor: { ...visitor, ip } }));
  for (let time = 1; time <= 40; time++) expect(await ask()).toEqual({ ok: false, error: "USERNAME_TAKEN" });
  await expect(ask()).rejects.toThrow(TooManyRequests);
});

/** Guesses at one address, a new request after every five, each guess from a network of its own. */
async function guessEverywhere(email: string, times: number, browser = newBrowser()) {
  const outcomes: ("compared" | "limited")[] = [];
  let request = await beginLogin(email, browser);
  for (let guess = 0; guess < times; guess++) {
    if (guess > 0 && guess % 5 === 0) request = await beginLogin(email, browser);
    const attempt = { challengeId: request.challengeId, code: await wrongCodeFor(email) };
    const outcome = await completeLogin(attempt, browser, visitor).catch((error) => error);
    outcomes.push(outcome instanceof TooManyRequests ? "limited" : "compared");
  }
  return outcomes;
}

/** What a stranger can do from one network: ask for a code of the victim's, and guess until refused. */
async function attack(email: string, ip: string) {
  const from = { ...visitor, ip };
  const browser = newBrowser();
  const started = await startLogin({ email, returnTo: null }, asking(browser, { visitor: from })).catch(() => null);
  if (!started?.ok) return;
  await started.value.deliver();
  const { challengeId } = started.value;
  await letTimePass(challengeId);
  const code = await wrongCodeFor(email);
  for (let guess = 1; guess <= 5; guess++) {
    await completeLogin({ challengeId, code }, browser, from).catch(() => null);
  }
}

async function logIn(email: string, browser = newBrowser()) {
  const { challengeId } = await beginLogin(email, browser);
  const code = await inbox.latestCode(email);
  expect(await completeLogin({ challengeId, code }, browser, visitor)).toMatchObject({ ok: true });
}

/** Lets the time go by after which codes may be sent to an address again. */
async function openSends(email: string) {
  await limits.forget([{ policy: "send.address.short", subject: email }]);
}

async function comparisons(email: string): Promise<number> {
  const asked = await inbox.journal({ to: email });
  return asked.filter(({ path }) => path.endsWith("/VerificationCheck")).length;
}
