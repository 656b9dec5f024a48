import { randomBytes, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { completeLogin } from "@/lib/auth/login/complete-login";
import { db } from "@/lib/db/client";
import { takeInMailEvents } from "@/lib/mail/mail-events";
import { beginLogin, createUser, inbox, newPerson, visitor } from "@/test/login-parts";
import { readRequestLives } from "./request-lives";

const minuteMs = 60_000;

const lifeOf = async (email: string) => (await readRequestLives(email)).at(0);
const stepsOf = async (email: string) => (await lifeOf(email))?.steps.map(({ step }) => step);

async function report(email: string, ...events: object[]) {
  const timestamp = Math.ceil(Date.now() / 1_000);
  await takeInMailEvents(events.map((event) => ({ sg_event_id: randomUUID(), email, timestamp, ...event })));
}

it("tells a login from the request to its end, in the order of what happened", async () => {
  const { email } = await createUser();
  const { challengeId, browser } = await beginLogin(email);
  const code = await inbox.latestCode(email);
  const later = { response: "451 try later" };
  await report(email, { event: "delivered" }, { event: "deferred", ...later }, { event: "processed" });
  const wrong = code === "000000" ? "111111" : "000000";
  await completeLogin({ challengeId, code: wrong }, browser, visitor);
  await completeLogin({ challengeId, code }, browser, visitor);
  const life = await lifeOf(email);
  expect(life).toMatchObject({ purpose: "LOGIN", state: "USED", userAgent: visitor.userAgent });
  expect(life?.steps).toEqual([
    { step: "asked", at: expect.any(Date) },
    { step: "code_sent", at: expect.any(Date) },
    { step: "processed", at: expect.any(Date), reason: null, reply: null },
    { step: "deferred", at: expect.any(Date), reason: "deferred", reply: "451 try later" },
    { step: "delivered", at: expect.any(Date), reason: null, reply: null },
    { step: "wrongCodes", count: 1 },
    { step: "rightCode", at: expect.any(Date) },
    { step: "used", at: expect.any(Date) },
  ]);
});

it("tells of an address without an account that it was told so", async () => {
  const { email } = newPerson();
  await beginLogin(email);
  expect(await stepsOf(email)).toEqual(["asked", "no_account_notified"]);
});

it("tells that no message went out while Twilio is down, and that one did after the next try", async () => {
  const { email } = await createUser();
  const fault = await inbox.addFault({ preset: "twilio-busy", to: email });
  const { challengeId } = await beginLogin(email);
  await inbox.clearFaults(fault.id);
  expect(await stepsOf(email)).toEqual(["asked", "PROVIDER_UNAVAILABLE"]);
  await db().challenge.update({ where: { id: challengeId }, data: { sends: 2, sendOutcome: "code_sent" } });
  expect(await stepsOf(email)).toEqual(["asked", "askedAgain", "code_sent"]);
});

it("tells that a mail was refused, and why", async () => {
  const { email } = await createUser();
  await beginLogin(email);
  await report(email, { event: "bounce", reason: `550 <${email}> unknown`, status: "5.1.1" });
  const life = await lifeOf(email);
  expect(life?.state).toBe("REFUSED_MAIL");
  expect(life?.steps.at(-1)).toMatchObject({ step: "bounce", reason: "unknown_mailbox", reply: "550 <•••> unknown" });
});

it("shows the state of each request, newest first, and no ID or hash of one", async () => {
  const user = await createUser();
  const now = Date.now();
  const secret = randomBytes(16).toString("base64url");
  const add = (minutesAgo: number, state: Record<string, Date>, id = randomBytes(16).toString("base64url")) =>
    db().challenge.create({
      data: {
        id,
        purpose: "LOGIN",
        address: user.email,
        browserKeyHash: secret,
        createdAt: new Date(now - minutesAgo * minuteMs),
        expiresAt: new Date(now + (10 - minutesAgo) * minuteMs),
        ...state,
      },
    });
  await add(1, {}, secret);
  await add(2, { provenAt: new Date(), consumedAt: new Date() });
  await add(3, { reportedAt: new Date(), expiresAt: new Date(now - 3 * minuteMs) });
  await add(4, { refusedAt: new Date() });
  await add(20, {});
  const lives = await readRequestLives(user.email);
  expect(lives.map(({ state }) => state)).toEqual(["OPEN", "USED", "REPORTED", "REFUSED_MAIL", "EXPIRED"]);
  expect(lives.at(-1)?.steps.at(-1)).toEqual({ step: "expired", at: expect.any(Date) });
  expect(JSON.stringify(lives)).not.toContain(secret);
});
