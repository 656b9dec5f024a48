import { expect, it } from "vitest";
import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { consume } from "@/lib/limits/consume";
import { newAdmin } from "@/test/admin-parts";
import { newPerson, useUpGuesses as spendGuesses } from "@/test/login-parts";
import { findLimitInForce, listClosedLimits, releaseLimit } from "./limits";

/** Somebody who has guessed codes until the hour's limit closed, and how the dashboard names that limit. */
async function refusedPerson() {
  const { email } = newPerson();
  const charges = await spendGuesses(email);
  const limit = (await listClosedLimits())[0];
  if (limit?.policy !== "check.identity.hour") throw new Error(`The newest closed limit is ${limit?.policy}.`);
  return { charges, limit };
}

it("a limit reset by an admin no longer blocks, and the audit trail records it", async () => {
  const admin = await newAdmin();
  const { charges, limit } = await refusedPerson();
  expect((await consume(charges)).isAllowed).toBe(false);
  expect(await releaseLimit(admin, limit)).toEqual({ ok: true, value: null });
  expect((await consume(charges)).isAllowed).toBe(true);
  expect(await findLimitInForce(limit)).toBeNull();
  const [event] = await db().auditEvent.findMany({ where: { actorId: admin.id, name: "limit_released" } });
  expect(event?.details).toEqual({ policy: "check.identity.hour", who: limit.who, source: null });
});

it("resetting one person's limit does not reset others", async () => {
  const admin = await newAdmin();
  const [first, second] = [await refusedPerson(), await refusedPerson()];
  await releaseLimit(admin, first.limit);
  expect((await consume(second.charges)).isAllowed).toBe(false);
});

it.each([
  ["staff", { role: "STAFF" as const }, "NOT_ADMIN"],
  ["an admin without a passkey", { hasPasskey: false }, "NO_PASSKEY"],
  ["an admin without a fresh proof", { provenAt: null }, "REAUTHENTICATION_NEEDED"],
])("%s cannot reset a limit", async (_, kind, error) => {
  const admin = await newAdmin(kind);
  const { charges, limit } = await refusedPerson();
  expect(await releaseLimit(admin, limit)).toEqual({ ok: false, error });
  expect((await consume(charges)).isAllowed).toBe(false);
});

it.each(["notice.admin.day", "export.staff.day"])(
  "an admin cannot reset the limit %s on admins themselves",
  async (policy) => {
    const admin = await newAdmin();
    const subject = "a".repeat(64);
    const details = { policy, subject };
    await recordEvent(db(), { name: "limit_reached", actorId: admin.id, details });
    const endsAt = new Date(Date.now() + 3_600_000);
    await db().rateLimit.create({ data: { policy, subject, points: 1_000, endsAt } });
    expect(await releaseLimit(admin, details)).toEqual({ ok: false, error: "LIMIT_ON_ADMINS" });
    expect(await db().rateLimit.count({ where: details })).toBe(1);
  },
);

it("a limit that does not block, or does not exist, is not reset", async () => {
  const admin = await newAdmin();
  const { limit } = await refusedPerson();
  await releaseLimit(admin, limit);
  expect(await releaseLimit(admin, limit)).toEqual({ ok: false, error: "LIMIT_OPEN" });
  expect(await releaseLimit(admin, { policy: "toString", subject: "" })).toEqual({ ok: false, error: "LIMIT_OPEN" });
});
