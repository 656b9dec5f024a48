import { spawn } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recordEvent } from "@/lib/audit/record-event";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { db } from "@/lib/db/client";
import { connect } from "@/prisma/connect";
import { type EventReceiver, eventSecret, startEventReceiver } from "@/test/event-receiver";
import { createUser, inbox, logIn } from "@/test/login-parts";
import { replayEvents } from "./replay-events";
import { sendDueEvents } from "./send-events";

const operator = process.env.SENDGRID_FROM_EMAIL ?? "";
const databaseUrl = process.env.DATABASE_URL ?? "";

let receiver: EventReceiver;
let lines: string[];

beforeEach(async () => {
  lines = [];
  vi.spyOn(console, "error").mockImplementation((line) => void lines.push(String(line)));
  receiver = await startEventReceiver();
  await db().eventStream.deleteMany();
  await send();
});
afterEach(() => receiver.stop());

const target = () => ({ url: receiver.url, secrets: [eventSecret], mayReach: () => true });
const send = () => sendDueEvents({ target: target() });
const readStream = () => db().eventStream.findUniqueOrThrow({ where: { stream: "webhook" } });
const change = (data: Parameters<ReturnType<typeof db>["eventStream"]["updateMany"]>[0]["data"]) =>
  db().eventStream.updateMany({ data });
const makeDue = () => change({ dueAt: null });
const received = () => receiver.events.map(({ data }) => (data.details as { step?: string }).step);

async function write(...steps: string[]): Promise<void> {
  for (const step of steps) await recordEvent(db(), { name: "logout", details: { step } });
}

/** The event of `step` is answered with 500. */
function refuse(step: string): void {
  receiver.behaviour.answer = ({ data }) => ((data.details as { step?: string }).step === step ? 500 : 204);
}

function takeAll(): void {
  receiver.behaviour.answer = () => 204;
}

describe("the stream", () => {
  it("sends a login's events once, in their order, without its address or code", async () => {
    const user = await createUser();
    const { challengeId } = await logIn(user.email);
    expect((await send()).delivered).toBeGreaterThanOrEqual(3);
    const own = receiver.events.filter(({ data }) => data.challengeId === challengeId || data.subjectId === user.id);
    expect(own.map(({ type }) => type)).toEqual(["login_requested", "code_sent", "login_succeeded"]);
    const trail = await db().auditEvent.findMany({ where: { OR: [{ challengeId }, { subjectId: user.id }] } });
    expect(own.map(({ data }) => data.id)).toEqual(trail.map(({ id }) => String(id)));
    expect(JSON.stringify(receiver.events)).not.toContain(user.email);
    expect((await send()).delivered).toBe(0);
  });

  it("begins with what happens after it is switched on, and continues where it stopped", async () => {
    await write("before");
    await db().eventStream.deleteMany();
    await send();
    await write("after");
    await sendDueEvents({ target: null });
    await send();
    expect(received()).toEqual(["after"]);
  });

  it("stops when its time is over, and the next run continues", async () => {
    await write("1", "2", "3");
    expect(await sendDueEvents({ target: target(), budgetMs: 0 })).toEqual({ delivered: 1, isLast: false });
    expect(await send()).toEqual({ delivered: 2, isLast: true });
    expect(received()).toEqual(["1", "2", "3"]);
  });
});

describe("transactions that commit in another order than they began", () => {
  it("lose no event: a later one waits for an earlier one that has not committed", async () => {
    const [slow, fast] = [await connect(databaseUrl), await connect(databaseUrl)];
    const insert = `INSERT INTO "AuditEvent" ("name", "details") VALUES ('logout', $1) RETURNING "id"`;
    try {
      await slow.query("BEGIN");
      const early = await slow.query(insert, [{ step: "early id, late commit" }]);
      await fast.query("BEGIN");
      const late = await fast.query(insert, [{ step: "late id, early commit" }]);
      expect(BigInt(late.rows[0].id)).toBeGreaterThan(BigInt(early.rows[0].id));
      await fast.query("COMMIT");
      const run = send();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(received()).toEqual([]);
      await slow.query("COMMIT");
      await run;
      expect(received()).toEqual(["early id, late commit", "late id, early commit"]);
    } finally {
      await Promise.all([slow.end(), fast.end()]);
    }
  });

  it("are waited for two seconds in a run, and no writer waits for the run", async () => {
    const slow = await connect(databaseUrl);
    try {
      await slow.query("BEGIN");
      await slow.query(`INSERT INTO "AuditEvent" ("name", "details") VALUES ('logout', '{"step": "rolled back"}')`);
      await write("1");
      const startedAt = performance.now();
      const run = send();
      await write("2");
      expect(performance.now() - startedAt).toBeLessThan(1_000);
      expect(await run).toEqual({ delivered: 0, isLast: true });
      expect(performance.now() - startedAt).toBeGreaterThan(2_000);
      await slow.query("ROLLBACK");
      await send();
      expect(received()).toEqual(["1", "2"]);
    } finally {
      await slow.end();
    }
  });

  it("lose none of 60 events that three writers write while two processes look for new ones again and again", async () => {
    const writers = Array.from({ length: 3 }, async () => {
      const client = await connect(databaseUrl);
      for (let step = 0; step < 20; step++) {
        await client.query("BEGIN");
        await client.query(`INSERT INTO "AuditEvent" ("name") VALUES ('logout')`);
        // Lets others commit in between.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
        await client.query("COMMIT");
      }
      await client.end();
    });
    let isWriting = true;
    const senders = [0, 0].map(async (budgetMs) => {
      while (isWriting) await sendDueEvents({ target: target(), budgetMs });
    });
    await Promise.all(writers);
    isWriting = false;
    await Promise.all(senders);
    await send();
    const ids = receiver.events.map(({ data }) => BigInt(data.id));
    expect(ids).toHaveLength(60);
    expect(ids).toEqual([...ids].sort((a, b) => (a < b ? -1 : 1)));
  });
});

describe("a receiver that fails", () => {
  it("gets the event again before any later one, after growing waits of ten minutes at most", async () => {
    await write("1", "2", "3");
    refuse("2");
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 12; attempt++) {
      await makeDue();
      await send();
      waits.push(((await readStream()).dueAt?.getTime() ?? 0) - Date.now());
    }
    expect(received()).toEqual(["1"]);
    expect(waits[0]).toBeLessThanOrEqual(5_000);
    expect(waits[1]).toBeGreaterThan(8_000);
    expect(waits[11]).toBeGreaterThan(590_000);
    expect(waits[11]).toBeLessThanOrEqual(600_000);
    expect(await readStream()).toMatchObject({ attempts: 12, lastError: "STATUS_500", failingSince: expect.any(Date) });
    takeAll();
    expect((await send()).delivered).toBe(0);
    await makeDue();
    expect((await send()).delivered).toBe(2);
    expect(received()).toEqual(["1", "2", "3"]);
    expect(await readStream()).toMatchObject({ attempts: 0, lastError: null, failingSince: null, triedSince: null });
  });

  it("loses one event after a day of tries: the trail says so, and the others follow", async () => {
    await write("1", "2");
    refuse("1");
    await send();
    const almost = new Date(Date.now() - 24 * 3_600_000 + 60_000);
    await change({ triedSince: almost, failingSince: almost, dueAt: null });
    await send();
    expect(await readStream()).toMatchObject({ attempts: 2 });
    await change({ triedSince: new Date(almost.getTime() - 60_000), dueAt: null });
    await send();
    expect(await readStream()).toMatchObject({ attempts: 0, triedSince: null, dueAt: null, failingSince: almost });
    takeAll();
    await send();
    expect(receiver.events.map(({ type }) => type)).toEqual(["logout", "event_given_up"]);
    await sendDueMails();
    const { text } = await inbox.waitForMessage({ to: operator, subject: "An event was not delivered" });
    expect(text).toContain("npm run events:replay");
    expect(lines.join("\n")).toContain("event_given_up");
    expect(lines.join("\n")).not.toContain(receiver.url);
    const lost = receiver.events.at(-1)?.data.details as { event: string };
    const replayed = await replayEvents(target(), { from: BigInt(lost.event), to: BigInt(lost.event) });
    expect(replayed).toEqual({ sent: 1, failed: null });
    expect(received().at(-1)).toBe("1");
  });
});

describe("processes", () => {
  it("of which one sends, and no other meanwhile", async () => {
    await write("1", "2", "3");
    receiver.behaviour.answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return 204;
    };
    const runs = await Promise.all([send(), send(), send()]);
    expect(runs.map(({ delivered }) => delivered).sort()).toEqual([0, 0, 3]);
    expect(received()).toEqual(["1", "2", "3"]);
  });

  it("that are killed between the receiver's answer and the note of it send one event twice, with the same id", async () => {
    await write("1", "2");
    const seen: string[] = [];
    let child: ReturnType<typeof spawn> | undefined;
    receiver.behaviour.answer = ({ id }) => {
      seen.push(id);
      if (seen.length === 1 && child?.pid) process.kill(-child.pid, "SIGKILL");
      return 204;
    };
    const options = JSON.stringify({ url: receiver.url, secrets: [eventSecret] });
    const script = `import("@/lib/events/send-events").then(({ sendDueEvents }) =>
      sendDueEvents({ target: { ...${options}, mayReach: () => true } }))`;
    child = spawn("npx", ["tsx", "-e", script], { env: process.env, detached: true, stdio: "ignore" });
    await vi.waitFor(() => expect(seen).toHaveLength(1), { timeout: 30_000 });
    expect((await send()).delivered).toBe(0);
    await change({ claimedUntil: new Date() });
    expect((await send()).delivered).toBe(2);
    expect(received()).toEqual(["1", "1", "2"]);
    expect(seen[0]).toBe(seen[1]);
  });

  it("that lost the stream to another stop after the event in hand", async () => {
    await write("1", "2", "3");
    receiver.behaviour.answer = async () => {
      await change({ claim: crypto.randomUUID() });
      return 204;
    };
    expect((await send()).delivered).toBe(0);
    takeAll();
    await change({ claim: null, claimedUntil: null });
    await send();
    expect(received()).toEqual(["1", "1", "2", "3"]);
  });
});

describe("a replay", () => {
  it("sends the events of a time again with their old ids, and leaves the stream where it is", async () => {
    await write("1");
    await new Promise((resolve) => setTimeout(resolve, 20));
    const from = new Date();
    await write("2", "3");
    const to = new Date(Date.now() + 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await write("4");
    await send();
    const before = await readStream();
    expect(await replayEvents(target(), { from, to })).toEqual({ sent: 2, failed: null });
    expect(received()).toEqual(["1", "2", "3", "4", "2", "3"]);
    expect(receiver.events[4]?.id).toBe(receiver.events[1]?.id);
    expect(await readStream()).toEqual(before);
  });

  it("stops at an event that is not taken, and names it", async () => {
    await write("1", "2", "3");
    await send();
    refuse("2");
    const [first, second] = receiver.events.map(({ data }) => BigInt(data.id));
    const outcome = await replayEvents(target(), { from: first ?? 0n, to: new Date(Date.now() + 1_000) });
    expect(outcome).toEqual({ sent: 1, failed: { id: second, error: "STATUS_500" } });
  });

  it("of a time without events sends nothing", async () => {
    await write("1");
    const [from, to] = [new Date(Date.now() + 1_000), new Date(Date.now() + 2_000)];
    expect(await replayEvents(target(), { from, to })).toEqual({ sent: 0, failed: null });
  });
});
