import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { exhaust, forget } from "@/lib/limits/consume";
import { newPerson, runIntoBotCheck } from "@/test/login-parts";
import { listClosedLimits, listSlowedLimits } from "./limits";

/** An address that nobody else's mask looks like: the mask leaves the domain as it is. */
const newAddress = () => `somebody@${newPerson().username}.example`;
const slowedFor = async (email: string) => (await listSlowedLimits()).filter(({ who }) => who === maskEmail(email));
const closedFor = async (email: string) => (await listClosedLimits()).filter(({ who }) => who === maskEmail(email));

it("names who is asked for a proof of work, by which limit and until when, and keeps the address to itself", async () => {
  const email = newAddress();
  await runIntoBotCheck(email);
  const [slowed, ...others] = await slowedFor(email);
  expect(others).toEqual([]);
  expect(slowed).toMatchObject({ policy: "send.address.short", subject: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const minutes = ((slowed?.until.getTime() ?? 0) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(9);
  expect(minutes).toBeLessThanOrEqual(10);
  expect(JSON.stringify(await listSlowedLimits())).not.toContain(email);
});

it("tells the slowed from the refused", async () => {
  const email = newAddress();
  const charge = await runIntoBotCheck(email);
  expect(await closedFor(email)).toEqual([]);
  await exhaust(charge, 60);
  expect(await slowedFor(email)).toEqual([]);
});

it("does not name who is no longer slowed", async () => {
  const email = newAddress();
  await forget([await runIntoBotCheck(email)]);
  expect(await slowedFor(email)).toEqual([]);
});

it("however often a proof is asked for, one entry tells of it", async () => {
  const email = newAddress();
  for (let round = 0; round < 4; round++) await runIntoBotCheck(email);
  const subject = (await slowedFor(email))[0]?.subject;
  const events = await db().auditEvent.findMany({ where: { name: "proof_required" }, select: { details: true } });
  expect(events.filter(({ details }) => JSON.stringify(details).includes(subject ?? "none"))).toHaveLength(1);
});
