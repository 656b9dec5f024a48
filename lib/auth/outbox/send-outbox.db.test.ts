import { spawn } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { enqueueMails } from "@/lib/mail/outbox";
import { createUser, inbox } from "@/test/login-parts";
import { eventsOf } from "@/test/passkey-parts";
import { sendDueMails, sendMailNow } from "./send-outbox";

const report = { kind: "browser", id: "0192d4a0-0000-7000-8000-000000000001" } as const;
let lines: string[] = [];

beforeEach(async () => {
  lines = [];
  vi.spyOn(console, "error").mockImplementation((line) => void lines.push(String(line)));
  // Each test counts what is due.
  await db().outboxMail.deleteMany();
  await db().providerHealth.deleteMany({ where: { provider: "sendgrid" } });
});

afterEach(async () => {
  await inbox.clearFaults();
});

type Owner = Awaited<ReturnType<typeof createUser>>;

/** Writes the mail of a change, in a transaction of its own. */
async function enqueue(owner: Owner, change = "login") {
  const facts = { reason: "newBrowser", report } as const;
  const mail = { kind: "new-browser", facts, change: `${owner.id}:${change}`, to: owner } as const;
  await db().$transaction((transaction) => enqueueMails(transaction, mail));
  return `new-browser:${owner.id}:${change}`;
}

const rowOf = (key: string) => db().outboxMail.findUniqueOrThrow({ where: { key } });
const makeDue = (key: string) => db().outboxMail.update({ where: { key }, data: { dueAt: new Date(0) } });
const received = async (owner: Owner) => (await inbox.messages({ to: owner.email })).length;
const failFor = (owner: Owner, action: { status?: number; delayMs?: number }, times?: number) =>
  inbox.addFault({ match: { to: owner.email, path: "/mail/send$", ...(times ? { times } : {}) }, action });

describe("a mail in the outbox", () => {
  it("is removed when its change is rolled back", async () => {
    const owner = await createUser();
    const facts = { reason: "newBrowser", report } as const;
    const attempt = db().$transaction(async (transaction) => {
      await enqueueMails(transaction, { kind: "new-browser", facts, change: owner.id, to: owner });
      throw new Error("taken back");
    });
    await expect(attempt).rejects.toThrow("taken back");
    expect(await db().outboxMail.count()).toBe(0);
  });

  it("is written once for one change", async () => {
    const owner = await createUser();
    await enqueue(owner);
    await enqueue(owner);
    expect(await sendDueMails()).toBe(1);
    await enqueue(owner);
    expect(await sendDueMails()).toBe(0);
    expect(await received(owner)).toBe(1);
  });

  it("loses its address and its facts when SendGrid accepts it, and the audit trail records it", async () => {
    const owner = await createUser();
    const key = await enqueue(owner);
    await sendDueMails();
    const row = await rowOf(key);
    expect(row).toMatchObject({
      address: null,
      facts: null,
      dueAt: null,
      failedAt: null,
      acceptedAt: expect.any(Date),
    });
    expect(JSON.stringify(row)).not.toContain(owner.email);
    expect(await eventsOf(owner.id, "new_browser_alerted")).toEqual([
      expect.objectContaining({ details: { isSent: true } }),
    ]);
  });

  it("contains no token, neither before nor after it is sent", async () => {
    const owner = await createUser();
    const key = await enqueue(owner);
    const before = JSON.stringify(await rowOf(key));
    await sendDueMails();
    const [mail] = await inbox.messages({ to: owner.email });
    const [, token = ""] = /not-me\/([\w-]{44})/.exec(mail?.text ?? "") ?? [];
    expect(token).toHaveLength(44);
    expect(before).not.toContain(token);
  });

  it("is sent later if the process stopped between the change and the sending (R33)", async () => {
    const owner = await createUser();
    await enqueue(owner);
    expect(await received(owner)).toBe(0);
    expect(await sendDueMails()).toBe(1);
    expect(await received(owner)).toBe(1);
  });

  it("waits after one 503, and is sent with the next try (R33)", async () => {
    const owner = await createUser();
    const key = await enqueue(owner);
    await failFor(owner, { status: 503 }, 1);
    expect(await sendDueMails()).toBe(0);
    const row = await rowOf(key);
    expect(row).toMatchObject({ attempts: 1, lastError: "MAIL_NOT_SENT", address: owner.email });
    expect(row.dueAt?.getTime()).toBeGreaterThan(Date.now());
    expect(await sendDueMails()).toBe(0);
    await makeDue(key);
    expect(await sendDueMails()).toBe(1);
    expect(await received(owner)).toBe(1);
    expect(lines.join("\n")).not.toContain(owner.email);
  });

  it("waits longer after each 503, at most an hour, and is given up after a day", async () => {
    const owner = await createUser();
    const key = await enqueue(owner);
    await failFor(owner, { status: 503 });
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 14; attempt++) {
      await makeDue(key);
      await db().providerHealth.deleteMany({ where: { provider: "sendgrid" } });
      await sendDueMails();
      waits.push(((await rowOf(key)).dueAt?.getTime() ?? 0) - Date.now());
    }
    expect(waits[0]).toBeLessThanOrEqual(5_000);
    expect(waits[5]).toBeGreaterThan(60_000);
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(3_600_000);
    expect(waits[13]).toBeGreaterThan(1_700_000);
    await makeDue(key);
    await db().outboxMail.update({ where: { key }, data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
    await sendDueMails();
    expect(await rowOf(key)).toMatchObject({ failedAt: expect.any(Date), address: null, facts: null });
    expect(await eventsOf(owner.id, "new_browser_alerted")).toEqual([
      expect.objectContaining({ details: { isSent: false } }),
    ]);
  });

  it("does not wait longer because of an outage in which it was not tried", async () => {
    const owner = await createUser();
    const key = await enqueue(owner);
    const now = new Date();
    const outage = { consecutiveFailures: 100, lastFailureAt: now, probedAt: now };
    await db().providerHealth.upsert({
      where: { provider: "sendgrid" },
      create: { provider: "sendgrid", ...outage },
      update: outage,
    });
    for (let round = 0; round < 5; round++) {
      await makeDue(key);
      await sendDueMails();
    }
    const row = await rowOf(key);
    expect(row).toMatchObject({ attempts: 0, lastError: "SENDGRID_DOWN" });
    expect((row.dueAt?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(5_000);
    await db().providerHealth.deleteMany({ where: { provider: "sendgrid" } });
  });

  it("waits when SendGrid does not answer in time", async () => {
    const owner = await createUser();
    const key = await enqueue(owner);
    await failFor(owner, { delayMs: 7_000, status: 503 }, 1);
    expect(await sendDueMails()).toBe(0);
    expect(await rowOf(key)).toMatchObject({ attempts: 1, lastError: "MAIL_NOT_SENT" });
  });

  it("is given up at once when SendGrid refuses its address", async () => {
    const owner = await createUser();
    const key = await enqueue(owner);
    await failFor(owner, { status: 400 });
    expect(await sendMailNow(key)).toBe("REFUSED");
    expect(await rowOf(key)).toMatchObject({ failedAt: expect.any(Date), lastError: "ADDRESS_REFUSED", address: null });
  });

  it("of an unknown kind waits for a version that knows it, and does not delay others", async () => {
    const [stranger, owner] = [await createUser(), await createUser()];
    const key = await enqueue(stranger);
    await db().outboxMail.update({ where: { key }, data: { kind: "of-next-year", dueAt: new Date(0) } });
    await enqueue(owner);
    await sendDueMails();
    await sendDueMails();
    expect(await received(owner)).toBe(1);
    expect(await rowOf(key)).toMatchObject({ lastError: "NOT_WRITTEN", failedAt: null });
  });

  it("is deleted with its user", async () => {
    const owner = await createUser();
    await enqueue(owner);
    const { deleteUserRows } = await import("@/lib/users/end-access");
    await db().$transaction((transaction) => deleteUserRows(transaction, owner));
    expect(await db().outboxMail.count({ where: { userId: owner.id } })).toBe(0);
  });
});

describe("two processes that send at once", () => {
  it("send each of thirty mails once", async () => {
    const owners = await Promise.all(Array.from({ length: 30 }, () => createUser()));
    const keys: string[] = [];
    for (const owner of owners) keys.push(await enqueue(owner));
    // Calls of sendDueMails share one run in this process, so each mail is also claimed by itself.
    const [accepted, ...outcomes] = await Promise.all([sendDueMails(), ...keys.map((key) => sendMailNow(key))]);
    expect(accepted + outcomes.filter((outcome) => outcome === "ACCEPTED").length).toBe(30);
    for (const owner of owners) expect(await received(owner)).toBe(1);
  });

  it("do not both send a mail that one of them is sending", async () => {
    const owner = await createUser();
    const key = await enqueue(owner);
    await failFor(owner, { delayMs: 2_000 }, 1);
    const first = sendMailNow(key);
    await vi.waitFor(async () => expect((await rowOf(key)).attempts).toBe(1));
    expect(await sendMailNow(key)).toBe("WAITING");
    expect(await sendDueMails()).toBe(0);
    expect(await first).toBe("ACCEPTED");
    expect(await received(owner)).toBe(1);
  });
});

describe("one process", () => {
  it("shares one run among simultaneous requests, and sends mails written meanwhile", async () => {
    const [early, late] = [await createUser(), await createUser()];
    const key = await enqueue(early);
    await failFor(early, { delayMs: 1_000 }, 1);
    const run = sendDueMails();
    await vi.waitFor(async () => expect((await rowOf(key)).attempts).toBe(1));
    await enqueue(late);
    expect(Array.from({ length: 20 }, sendDueMails).every((each) => each === run)).toBe(true);
    expect(await run).toBe(2);
    expect(await received(late)).toBe(1);
    expect(await sendDueMails()).toBe(0);
  });

  it("records that SendGrid accepted a mail even if the database fails twice, and sends no second copy", async () => {
    const owner = await createUser();
    const key = await enqueue(owner);
    vi.spyOn(console, "warn").mockImplementation((line) => void lines.push(String(line)));
    await failNotes(2);
    expect(await sendDueMails()).toBe(1);
    await db().$executeRaw`DROP FUNCTION fail_note() CASCADE`;
    expect(await rowOf(key)).toMatchObject({ attempts: 1, dueAt: null, acceptedAt: expect.any(Date) });
    expect(await received(owner)).toBe(1);
    expect(lines.filter((line) => line.includes("mail_note_failed"))).toHaveLength(2);
  });

  /** Has the database refuse so many notes of an accepted mail. */
  async function failNotes(times: number): Promise<void> {
    await db().$executeRaw`DROP SEQUENCE IF EXISTS note_tries`;
    await db().$executeRaw`CREATE SEQUENCE note_tries`;
    await db().$executeRawUnsafe(`CREATE FUNCTION fail_note() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('note_tries') <= ${times} THEN RAISE EXCEPTION 'the database is down'; END IF;
        RETURN NEW;
      END $$`);
    await db().$executeRaw`CREATE TRIGGER fail_note BEFORE UPDATE ON "OutboxMail"
      FOR EACH ROW WHEN (NEW."acceptedAt" IS NOT NULL) EXECUTE FUNCTION fail_note()`;
  }
});

describe("a process that is killed while it sends", () => {
  it("leaves the mail due again after a minute, with at most a second copy", async () => {
    const owner = await createUser();
    const key = await enqueue(owner);
    // SendGrid takes the mail and answers late: the process dies in between.
    await inbox.addFault({ match: { to: owner.email, path: "/mail/send$", times: 1 }, action: { delayMs: 4_000 } });
    const script = `import("@/lib/auth/outbox/send-outbox").then(({ sendMailNow }) => sendMailNow(${JSON.stringify(key)}))`;
    const child = spawn("npx", ["tsx", "-e", script], { env: process.env, detached: true, stdio: "ignore" });
    await vi.waitFor(async () => expect((await rowOf(key)).attempts).toBe(1), { timeout: 30_000 });
    if (child.pid) process.kill(-child.pid, "SIGKILL");
    const row = await rowOf(key);
    expect(row).toMatchObject({ acceptedAt: null, failedAt: null, address: owner.email });
    expect(row.dueAt?.getTime()).toBeGreaterThan(Date.now() + 30_000);
    expect(await sendDueMails()).toBe(0);
    await makeDue(key);
    expect(await sendDueMails()).toBe(1);
    expect(await received(owner)).toBeGreaterThanOrEqual(1);
    expect(await received(owner)).toBeLessThanOrEqual(2);
    expect(await rowOf(key)).toMatchObject({ attempts: 2, acceptedAt: expect.any(Date) });
  });
});
