import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { memberWithPasskey, openTestSession, readAllTables } from "@/test/passkey-parts";
import { declinePasskeyOffer, isPasskeyOffered } from "./passkey-offer";

const dayMs = 24 * 60 * 60_000;

/** The session of somebody who logs in again, so many days from now. */
async function logInAgain(userId: string, days: number) {
  const createdAt = new Date(Date.now() + days * dayMs);
  return { session: { ...(await openTestSession(userId)), createdAt }, now: createdAt };
}

it("a passkey is offered to a member without one for five minutes after a login by code, and nothing is written", async () => {
  const session = await openTestSession();
  const before = await readAllTables();
  expect(await isPasskeyOffered(session)).toBe(true);
  expect(await isPasskeyOffered(session, new Date(session.createdAt.getTime() + 5 * 60_000))).toBe(false);
  expect(await readAllTables()).toEqual(before);
});

it("a member who has a passkey, working or not, is not offered one after a login by code", async () => {
  const { session } = await memberWithPasskey();
  expect(await isPasskeyOffered(session)).toBe(false);
  await db().authenticator.updateMany({ where: { userId: session.user.id }, data: { cloneSuspectedAt: new Date() } });
  expect(await isPasskeyOffered(session)).toBe(false);
});

it("an admin who had a passkey is not offered one, because adding one needs a working passkey", async () => {
  const session = await openTestSession();
  const where = { id: session.user.id };
  await db().user.update({ where, data: { firstPasskeyAt: new Date() } });
  expect(await isPasskeyOffered(session)).toBe(true);
  await db().user.update({ where, data: { role: "ADMIN" } });
  expect(await isPasskeyOffered(session)).toBe(false);
  await db().user.update({ where, data: { firstPasskeyAt: null } });
  expect(await isPasskeyOffered(session)).toBe(true);
});

it("no passkey is offered after a login by passkey, even if it was removed a moment later", async () => {
  const session = await openTestSession();
  await db().session.update({ where: { id: session.id }, data: { method: "PASSKEY" } });
  expect(await isPasskeyOffered(session)).toBe(false);
});

it("'Not now' applies for ninety days, in every browser of this member only", async () => {
  const session = await openTestSession();
  const other = await openTestSession();
  await declinePasskeyOffer(session);
  expect(await isPasskeyOffered(session)).toBe(false);
  const { id } = session.user;
  const [soon, late] = [await logInAgain(id, 89), await logInAgain(id, 91)];
  expect(await isPasskeyOffered(soon.session, soon.now)).toBe(false);
  expect(await isPasskeyOffered(late.session, late.now)).toBe(true);
  expect(await isPasskeyOffered(other)).toBe(true);
});
