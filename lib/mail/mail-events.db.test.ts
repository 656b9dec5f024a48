import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { beginLogin, createUser, newPerson } from "@/test/login-parts";
import { takeInMailEvents } from "./mail-events";

function bounceOf(email: string, at = Date.now()) {
  return { sg_event_id: randomUUID(), event: "bounce", email, timestamp: Math.ceil(at / 1_000), reason: "500 unknown" };
}

async function isRefused(id: string) {
  return (await db().challenge.findUniqueOrThrow({ where: { id } })).refusedAt !== null;
}

describe("a refused mail", () => {
  it.each(["bounce", "dropped"])("is noted on the challenge that waits for it: %s", async (event) => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    expect(await takeInMailEvents([{ ...bounceOf(email.toUpperCase()), event }])).toBe(1);
    expect(await isRefused(challengeId)).toBe(true);
  });

  it("is noted for an address without an account in the same way", async () => {
    const { email } = newPerson();
    const { challengeId } = await beginLogin(email);
    await takeInMailEvents([bounceOf(email)]);
    expect(await isRefused(challengeId)).toBe(true);
  });

  it("counts once, however often it is posted (R44)", async () => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    const event = bounceOf(email);
    expect(await takeInMailEvents([event, event])).toBe(1);
    await db().challenge.update({ where: { id: challengeId }, data: { refusedAt: null } });
    expect(await takeInMailEvents([event])).toBe(0);
    expect(await isRefused(challengeId)).toBe(false);
  });

  it("counts once when many post it at once (R44)", async () => {
    const { email } = await createUser();
    const event = bounceOf(email);
    const counts = await Promise.all(Array.from({ length: 8 }, () => takeInMailEvents([event])));
    expect(counts.reduce((sum, count) => (sum ?? 0) + (count ?? 0), 0)).toBe(1);
  });

  it("of a later message is not shown, since only addresses with an account get one", async () => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    await takeInMailEvents([bounceOf(email, Date.now() + 31_000)]);
    expect(await isRefused(challengeId)).toBe(false);
  });

  it("of another address changes nothing", async () => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    await takeInMailEvents([bounceOf(newPerson().email)]);
    expect(await isRefused(challengeId)).toBe(false);
  });
});

it.each(["deferred", "spamreport"])(
  "a deferred mail or a spam report is counted and does not mark the mail as refused: %s",
  async (event) => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    const posted = { ...bounceOf(email), event };
    expect(await takeInMailEvents([posted, posted])).toBe(1);
    expect(await db().mailEvent.findUnique({ where: { id: posted.sg_event_id } })).toMatchObject({ kind: event });
    expect(await isRefused(challengeId)).toBe(false);
  },
);

it("skips events that it does not understand, and refuses input that is not a list", async () => {
  const { email } = await createUser();
  const { challengeId } = await beginLogin(email);
  const odd = [null, 1, "x", {}, { sg_event_id: 1 }, { ...bounceOf(email), timestamp: "soon" }, { ...bounceOf("?") }];
  expect(await takeInMailEvents([...odd, { ...bounceOf(email), event: "delivered" }])).toBe(1);
  expect(await isRefused(challengeId)).toBe(false);
  expect(await takeInMailEvents({ event: "bounce" })).toBeNull();
  expect(await takeInMailEvents(null)).toBeNull();
});

it.each([
  ["NUL in its id", { sg_event_id: "a\0b" }],
  ["half of a surrogate pair in its id", { sg_event_id: "a\ud800b" }],
  ["NUL in its address", { email: "a\0b@example.com" }],
  ["a time that is no date", { timestamp: Number.MAX_SAFE_INTEGER }],
])("a batch is accepted although one event has %s", async (_, broken) => {
  const { email } = await createUser();
  const { challengeId } = await beginLogin(email);
  const good = bounceOf(email);
  await takeInMailEvents([{ ...bounceOf(email), ...broken }, good]);
  expect(await db().mailEvent.count({ where: { id: good.sg_event_id } })).toBe(1);
  expect(await isRefused(challengeId)).toBe(true);
});
