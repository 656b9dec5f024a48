import { describe, expect, it } from "vitest";
import { restartChallenge, startLogin } from "@/lib/auth/login/start-login";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { makeReportToken } from "@/lib/signed-link/report-token";
import {
  asking,
  beginLogin,
  beginRegistration,
  createUser,
  handIn,
  inbox,
  logIn,
  makeOlder,
  newBrowser,
  newPerson,
  runIntoBotCheck,
  visitor,
  wrongCode,
} from "@/test/login-parts";
import { findPendingChallenge } from "./challenge";
import { type ExpiredChallenge, findExpiredChallenge } from "./expired-challenge";
import { findReturnPath } from "./return-path";
import { findTypedRegistration } from "./typed-registration";

const tenMinutes = 601;

async function endedLogin(email: string, returnTo: string | null = null, browser = newBrowser()) {
  const { challengeId } = await beginLogin(email, browser);
  await db().challenge.update({ where: { id: challengeId }, data: { returnTo } });
  await makeOlder(challengeId, tenMinutes);
  const ended = await findExpiredChallenge(challengeId, browser.challengeKey);
  if (ended === null) throw new Error("The challenge has not ended.");
  return { ended, browser, challengeId };
}

describe("an expired challenge", () => {
  it("is shown only in the browser that asked (R4)", async () => {
    const { email } = await createUser();
    const { ended, challengeId } = await endedLogin(email, "/products/x");
    expect(ended).toMatchObject({ purpose: "LOGIN", why: "EXPIRED", email, returnTo: "/products/x" });
    expect(await findExpiredChallenge(challengeId, newBrowser().challengeKey)).toBeNull();
    expect(await findExpiredChallenge(challengeId, null)).toBeNull();
    expect(await findExpiredChallenge("nothing", newBrowser().challengeKey)).toBeNull();
  });

  it("is never active, and an active one is never expired", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await beginLogin(email);
    expect(await findExpiredChallenge(challengeId, browser.challengeKey)).toBeNull();
    expect(await findPendingChallenge(challengeId, browser.challengeKey)).not.toBeNull();
    const code = wrongCode(await inbox.latestCode(email));
    for (let guess = 1; guess <= 5; guess++) await handIn(code, { challengeId, browser });
    expect(await findExpiredChallenge(challengeId, browser.challengeKey)).toMatchObject({ why: "TOO_MANY_ATTEMPTS" });
    expect(await findPendingChallenge(challengeId, browser.challengeKey)).toBeNull();
  });

  it("looks the same for a member, a disabled account and an unknown address", async () => {
    const seen = [];
    for (const { email } of [
      await createUser(),
      await createUser(newPerson(), { disabledAt: new Date() }),
      newPerson(),
    ]) {
      const { ended } = await endedLogin(email);
      seen.push({ ...ended, id: "", email: "", maskedAddress: ended.maskedAddress.replace(/•••./, "•••") });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it("is not shown if it was used or reported", async () => {
    const { email } = await createUser();
    const { challengeId, browser } = await logIn(email);
    await makeOlder(challengeId, tenMinutes);
    expect(await findExpiredChallenge(challengeId, browser.challengeKey)).toBeNull();
    const reported = await beginLogin(email);
    await reportNotMe(makeReportToken("challenge", reported.challengeId), visitor);
    expect(await findExpiredChallenge(reported.challengeId, reported.browser.challengeKey)).toBeNull();
  });
});

describe("asking again", () => {
  it("starts a login for the same address and return path, and its code logs in", async () => {
    const { email } = await createUser();
    const { ended, browser } = await endedLogin(email, "/products/x");
    const challengeId = await startAgain(ended, browser);
    expect(await findPendingChallenge(challengeId, browser.challengeKey)).toMatchObject({ returnTo: "/products/x" });
    await makeOlder(challengeId, 2);
    const finished = await handIn(await inbox.latestCode(email), { challengeId, browser });
    expect(finished).toMatchObject({ ok: true, value: { outcome: "LOGGED_IN", email } });
  });

  it("starts a registration with everything that was typed before", async () => {
    const person = newPerson();
    const { challengeId, browser } = await beginRegistration(person);
    await makeOlder(challengeId, tenMinutes);
    const ended = await findExpiredChallenge(challengeId, browser.challengeKey);
    const again = await startAgain(ended as ExpiredChallenge, browser);
    await makeOlder(again, 2);
    const finished = await handIn(await inbox.latestCode(person.email), { challengeId: again, browser });
    expect(finished).toMatchObject({ ok: true, value: { outcome: "REGISTERED" } });
    expect(await db().user.findUnique({ where: { email: person.email } })).toMatchObject(person);
  });

  it("reports a username that was taken meanwhile, and sends nothing", async () => {
    const person = newPerson();
    const { challengeId, browser } = await beginRegistration(person);
    await makeOlder(challengeId, tenMinutes);
    await createUser({ ...newPerson(), username: person.username });
    const ended = await findExpiredChallenge(challengeId, browser.challengeKey);
    const again = await restartChallenge(ended as ExpiredChallenge, asking(browser));
    expect(again).toEqual({ ok: false, error: "USERNAME_TAKEN" });
    expect(await db().challenge.count({ where: { address: person.email } })).toBe(1);
  });

  it("counts like a first request: a bot check is required, then the limit blocks (R13)", async () => {
    const { email } = newPerson();
    const { ended } = await endedLogin(email);
    await runIntoBotCheck(email);
    const proof = { task: { kind: "none" }, waitToken: "", waitSeconds: 60 } as never;
    const slowed = await restartChallenge(ended, asking(newBrowser(), { askForBotCheck: async () => proof }));
    expect(slowed).toEqual({ ok: false, error: "BOT_CHECK_NEEDED", proof });
    const tries = Array.from({ length: 6 }, () => 0);
    const startUntilClosed = async () => {
      for (const _ of tries) await startLogin({ email, returnTo: null }, asking());
    };
    await expect(startUntilClosed()).rejects.toBeInstanceOf(TooManyRequests);
    await expect(restartChallenge(ended, asking())).rejects.toBeInstanceOf(TooManyRequests);
  });

  it("starts no re-authentication, which its own page requests again", async () => {
    const { email } = await createUser();
    const { ended, browser } = await endedLogin(email);
    const again = await restartChallenge({ ...ended, purpose: "STEP_UP" }, asking(browser));
    expect(again).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
  });
});

describe("the form of a registration", () => {
  it("is filled in again only in the same browser, for a day", async () => {
    const person = newPerson();
    const { challengeId, browser } = await beginRegistration(person);
    const read = () => findTypedRegistration(challengeId, browser.challengeKey);
    expect((await read())?.values).toEqual(person);
    expect(await findTypedRegistration(challengeId, newBrowser().challengeKey)).toBeNull();
    expect(await findTypedRegistration(challengeId, null)).toBeNull();
    await makeOlder(challengeId, 23 * 3_600);
    expect((await read())?.values).toEqual(person);
    await makeOlder(challengeId, 3_600);
    expect(await read()).toBeNull();
  });

  it("is empty after its request created an account or was reported", async () => {
    const made = await beginRegistration(newPerson());
    await db().challenge.update({
      where: { id: made.challengeId },
      data: { provenAt: new Date(), consumedAt: new Date() },
    });
    expect(await findTypedRegistration(made.challengeId, made.browser.challengeKey)).toBeNull();
    const reported = await beginRegistration(newPerson());
    await reportNotMe(makeReportToken("challenge", reported.challengeId), visitor);
    expect(await findTypedRegistration(reported.challengeId, reported.browser.challengeKey)).toBeNull();
  });

  it("is not filled in from a login request, which has no fields", async () => {
    const { challengeId, browser } = await beginLogin(newPerson().email);
    expect(await findTypedRegistration(challengeId, browser.challengeKey)).toBeNull();
    expect(await findTypedRegistration(["x"], browser.challengeKey)).toBeNull();
  });
});

it("a code page redirects members only to the return path of a request for their own address", async () => {
  const { email } = await createUser();
  const { challengeId } = await endedLogin(email, "/products/x");
  expect(await findReturnPath(challengeId, { email })).toBe("/products/x");
  expect(await findReturnPath(challengeId, newPerson())).toBe("/home");
  expect(await findReturnPath("nothing", { email })).toBe("/home");
});

async function startAgain(ended: ExpiredChallenge, browser: ReturnType<typeof newBrowser>): Promise<string> {
  const started = await restartChallenge(ended, asking(browser));
  if (!started.ok) throw new Error(started.error);
  await started.value.deliver();
  return started.value.challengeId;
}
