import { expect, it } from "vitest";
import { maskEmail } from "@/lib/identifier";
import { forget } from "@/lib/limits/consume";
import { newPerson, useUpGuesses } from "@/test/login-parts";
import { listClosedLimits } from "./limits";

/** An address that nobody else's mask looks like: the mask leaves the domain as it is. */
const newAddress = () => `somebody@${newPerson().username}.example`;
const listedFor = async (email: string) => (await listClosedLimits()).filter(({ who }) => who === maskEmail(email));

it("shows who is blocked, by which limit and until when, without the address", async () => {
  const email = newAddress();
  await useUpGuesses(email);
  const [closed, ...others] = await listedFor(email);
  expect(others).toEqual([]);
  expect(closed).toMatchObject({ policy: "check.identity.hour", subject: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const minutes = ((closed?.until.getTime() ?? 0) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(59);
  expect(minutes).toBeLessThanOrEqual(60);
  expect(JSON.stringify(await listClosedLimits())).not.toContain(email);
});

it("does not show a limit that was reset", async () => {
  const email = newAddress();
  const charges = await useUpGuesses(email);
  expect(await listedFor(email)).toHaveLength(1);
  await forget(charges);
  expect(await listedFor(email)).toEqual([]);
});
