import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { exhaust, forget } from "@/lib/limits/consume";
import { newPerson, runIntoProof } from "@/test/login-parts";
import { listClosedLimits } from "./list-closed-limits";
import { listSlowedLimits } from "./list-slowed-limits";

const ofThisTest = (email: string) => ({
  test: ({ who, since }: { who: string | null; since: Date }) =>
    who === maskEmail(email) && since.getTime() > Date.now() - 10_000,
});
const slowedFor = async (email: string) => (await listSlowedLimits()).filter(ofThisTest(email).test);
const closedFor = async (email: string) => (await listClosedLimits()).filter(ofThisTest(email).test);

it("names who is asked for a proof of work, by which limit and until when, and keeps the address to itself", async () => {
  const { email } = newPerson();
  await runIntoProof(email);
  const [slowed, ...others] = await slowedFor(email);
  expect(others).toEqual([]);
  expect(slowed).toMatchObject({ policy: "send.address.short", subject: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const minutes = ((slowed?.until.getTime() ?? 0) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(9);
  expect(minutes).toBeLessThanOrEqual(10);
  expect(JSON.stringify(await listSlowedLimits())).not.toContain(email);
});

it("tells the slowed from the refused", async () => {
  const { email } = newPerson();
  const charge = await runIntoProof(email);
  expect(await closedFor(email)).toEqual([]);
  await exhaust(charge, 60);
  expect(await slowedFor(email)).toEqual([]);
});

it("does not name who is no longer slowed", async () => {
  const { email } = newPerson();
  await forget([await runIntoProof(email)]);
  expect(await slowedFor(email)).toEqual([]);
});

it("however often a proof is asked for, one entry tells of it", async () => {
  const { email } = newPerson();
  for (let round = 0; round < 4; round++) await runIntoProof(email);
  const subject = (await slowedFor(email))[0]?.subject;
  const events = await db().auditEvent.findMany({ where: { name: "proof_required" }, select: { details: true } });
  expect(events.filter(({ details }) => JSON.stringify(details).includes(subject ?? "none"))).toHaveLength(1);
});
