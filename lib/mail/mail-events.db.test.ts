import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
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

describe("what is kept of a mail", () => {
  const eventOf = <More extends object>(email: string, more: More) => ({ ...bounceOf(email), ...more });
  const rowOf = (id: string) => db().mailEvent.findUniqueOrThrow({ where: { id } });

  it("that arrives is its request, when and what, and nothing of the address", async () => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    const event = eventOf(email, { event: "delivered", response: `250 OK for ${email}`, sg_message_id: randomUUID() });
    await takeInMailEvents([event]);
    expect(await rowOf(event.sg_event_id)).toMatchObject({
      kind: "delivered",
      at: new Date(event.timestamp * 1_000),
      subjectId: challengeId,
      messageId: event.sg_message_id,
      ...{ notice: null, domain: null, maskedAddress: null, reason: null, reply: null },
    });
  });

  it("that fails is also why, the domain, the masked address, and the reply without the address", async () => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    const said = { bounce_classification: "Invalid Address", reason: `550 <${email.toUpperCase()}> unknown` };
    const event = eventOf(email, said);
    await takeInMailEvents([event]);
    const row = await rowOf(event.sg_event_id);
    expect(row).toMatchObject({
      subjectId: challengeId,
      domain: email.split("@")[1],
      maskedAddress: maskEmail(email),
      reason: "unknown_mailbox",
      reply: "550 <•••> unknown",
    });
    expect(JSON.stringify(row).toLowerCase()).not.toContain(email.split("@")[0]);
  });

  it("stays with the request that it answers, though the shopper asked again meanwhile", async () => {
    const { email } = await createUser();
    const first = await beginLogin(email);
    const sg_message_id = randomUUID();
    await takeInMailEvents([eventOf(email, { event: "deferred", response: "451 later", sg_message_id })]);
    const second = await beginLogin(email);
    const late = eventOf(email, { event: "delivered", sg_message_id, timestamp: Math.ceil(Date.now() / 1_000) + 5 });
    const other = eventOf(email, { event: "delivered", sg_message_id: randomUUID(), timestamp: late.timestamp });
    await takeInMailEvents([late, other]);
    expect((await rowOf(late.sg_event_id)).subjectId).toBe(first.challengeId);
    expect((await rowOf(other.sg_event_id)).subjectId).toBe(second.challengeId);
  });

  it.each([
    ["welcome", false],
    ["no-account", true],
  ])("of a notice %s belongs to a request: %s", async (notice, isOfRequest) => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    const mail = randomUUID();
    const event = eventOf(email, { notice, mail });
    await takeInMailEvents([event]);
    expect(await rowOf(event.sg_event_id)).toMatchObject({ notice, subjectId: isOfRequest ? challengeId : mail });
  });
});

it("skips events that it does not understand, and refuses input that is not a list", async () => {
  const { email } = await createUser();
  const { challengeId } = await beginLogin(email);
  const odd = [null, 1, "x", {}, { sg_event_id: 1 }, { ...bounceOf(email), timestamp: "soon" }, { ...bounceOf("?") }];
  expect(await takeInMailEvents([...odd, { ...bounceOf(email), event: "open" }])).toBe(1);
  expect(await isRefused(challengeId)).toBe(false);
  expect(await takeInMailEvents({ event: "bounce" })).toBeNull();
  expect(await takeInMailEvents(null)).toBeNull();
});

it.each([
  ["NUL in its id", { sg_event_id: "a\0b" }],
  ["half of a surrogate pair in its id", { sg_event_id: "a\ud800b" }],
  ["NUL in its address", { email: "a\0b@example.com" }],
  ["NUL in its reply and a reason that is no text", { response: "a\0b", reason: { a: 1 } }],
  ["an emoji where its reply is cut", { response: `${"x".repeat(299)}😀`, reason: `${"x".repeat(299)}😀` }],
  [
    "a message id that no index takes",
    {
      sg_message_id: Array.from({ length: 4_000 }, (_, at) => at.toString(36))
        .join("")
        .slice(0, 5_000),
    },
  ],
  ["a time that is no date", { timestamp: Number.MAX_SAFE_INTEGER }],
])("a batch is accepted although one event has %s", async (_, broken) => {
  const { email } = await createUser();
  const { challengeId } = await beginLogin(email);
  const good = bounceOf(email);
  await takeInMailEvents([{ ...bounceOf(email), ...broken }, good]);
  expect(await db().mailEvent.count({ where: { id: good.sg_event_id } })).toBe(1);
  expect(await isRefused(challengeId)).toBe(true);
});
