import { beforeEach, expect, it, vi } from "vitest";
import { finishStepUp } from "@/lib/auth/step-up/finish-step-up";
import { startStepUp } from "@/lib/auth/step-up/start-step-up";
import { db } from "@/lib/db/client";
import { cookieName } from "@/lib/http/cookies";
import { inbox, letTimePass, newBrowser, visitor } from "@/test/login-parts";
import { openTestSession } from "@/test/passkey-parts";
import { findSessionId } from "./current-user";
import { keepRotatedSession, keepSessionAfterSecondPress } from "./rotate-session";

/** The cookies of the browser that presses. */
const jar = new Map<string, string>();

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

beforeEach(() => jar.clear());

/** A code that was right, and a browser that never read the answer with the new cookie. */
async function loseAnswer() {
  const session = await openTestSession();
  const { sessionToken: oldSid } = await db().session.findUniqueOrThrow({ where: { id: session.id } });
  const { challengeKey } = newBrowser();
  const { challengeId, deliver } = await startStepUp(session, "export-data", "/account/data", {
    challengeKey,
    visitor,
  });
  await deliver();
  await letTimePass(challengeId);
  const code = await inbox.latestCode(session.user.email);
  const finished = await finishStepUp({ challengeId, code }, session, challengeKey, visitor);
  if (!finished.ok) throw new Error(finished.error);
  await keepRotatedSession(session, oldSid);
  jar.set(cookieName("challenge"), challengeKey);
  return { session, challengeId, oldSid, newSid: finished.value.sid };
}

it("sending a form again after its answer was lost returns the new cookie", async () => {
  const { challengeId, oldSid, newSid } = await loseAnswer();
  expect(await findSessionId()).toBe(oldSid);
  expect(await keepSessionAfterSecondPress(challengeId)).toBe(true);
  expect(await findSessionId()).toBe(newSid);
});

it("a copied cookie is not replaced without the challenge's ID and key, or after a minute", async () => {
  const { session, challengeId, oldSid } = await loseAnswer();
  const other = await loseAnswer();
  await keepRotatedSession(session, oldSid);
  expect(await keepSessionAfterSecondPress(challengeId)).toBe(false);
  expect(await keepSessionAfterSecondPress(other.challengeId)).toBe(false);
  jar.delete(cookieName("challenge"));
  expect(await keepSessionAfterSecondPress(challengeId)).toBe(false);
  expect(await findSessionId()).toBe(oldSid);

  const late = await loseAnswer();
  await db().session.update({ where: { id: late.session.id }, data: { rotatedAt: new Date(Date.now() - 61_000) } });
  expect(await keepSessionAfterSecondPress(late.challengeId)).toBe(false);
});

it.each([{ disabledAt: new Date() }, { deletionAskedAt: new Date() }])(
  "sending a form again returns no cookie for an account that was closed meanwhile: %o",
  async (data) => {
    const { session, challengeId, oldSid } = await loseAnswer();
    await db().user.update({ where: { id: session.user.id }, data });
    expect(await keepSessionAfterSecondPress(challengeId)).toBe(false);
    expect(await findSessionId()).toBe(oldSid);
  },
);
