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

it("shows who needs a bot check, by which limit and until when, without the address", async () => {
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

it("separates slowed visitors from blocked ones", async () => {
  const email = newAddress();
  const charge = await runIntoBotCheck(email);
  expect(await closedFor(email)).toEqual([]);
  await exhaust(charge, 60);
  expect(await slowedFor(email)).toEqual([]);
});

it("does not show a limit that no longer slows anyone", async () => {
  const email = newAddress();
  await forget([await runIntoBotCheck(email)]);
  expect(await slowedFor(email)).toEqual([]);
});

it("repeated bot checks add one audit trail entry", async () => {
  const email = newAddress();
  for (let round = 0; round < 4; round++) await runIntoBotCheck(email);
  const subject = (await slowedFor(email))[0]?.subject;
  const events = await db().auditEvent.findMany({ where: { name: "proof_required" }, select: { details: true } });
  expect(events.filter(({ details }) => JSON.stringify(details).includes(subject ?? "none"))).toHaveLength(1);
});
