import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

// Plain SQL on purpose: these rules hold without our code too.
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(() => client.connect());
afterAll(() => client.end());
beforeEach(async () => void (await client.query("BEGIN")));
afterEach(async () => void (await client.query("ROLLBACK")));

type Row = Record<string, unknown>;

async function insert(table: string, row: Row): Promise<Row> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const { rows } = await client.query<Row>(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`)}) VALUES (${places}) RETURNING *`,
    Object.values(row),
  );
  return rows[0] ?? {};
}

let count = 0;

function insertUser(changes: Row = {}): Promise<Row> {
  count += 1;
  const username = `Guard${count}`;
  return insert("User", {
    id: randomUUID(),
    email: `guard${count}@example.com`,
    username,
    usernameKey: username.toLowerCase(),
    phone: `+1415555${String(1000 + count)}`,
    ...changes,
  });
}

function insertChallenge(changes: Row = {}): Promise<Row> {
  return insert("Challenge", {
    id: randomUUID(),
    purpose: "LOGIN",
    address: "guard@example.com",
    browserKeyHash: "0".repeat(64),
    expiresAt: new Date(Date.now() + 9 * 60_000),
    ...changes,
  });
}

const change = (challenge: Row, assignment: string) =>
  client.query(`UPDATE "Challenge" SET ${assignment} WHERE "id" = $1`, [challenge.id]);

describe("a user", () => {
  it("shares no email with another (R24)", async () => {
    await insertUser({ email: "same@example.com" });
    await expect(insertUser({ email: "same@example.com" })).rejects.toThrow("User_email_key");
  });

  it("has its email in canonical form only (R24)", async () => {
    await expect(insertUser({ email: "Loud@example.com" })).rejects.toThrow("User_email_canonical");
  });

  it("shares no username with another, whatever the case", async () => {
    await insertUser({ username: "Ada", usernameKey: "ada" });
    await expect(insertUser({ username: "ADA", usernameKey: "ada" })).rejects.toThrow("User_usernameKey_key");
  });

  it("cannot have a username key that does not match its username", async () => {
    await expect(insertUser({ username: "ADA", usernameKey: "ada2" })).rejects.toThrow("User_usernameKey_matches");
  });

  it.each(["4155550100", "+0155550100", "+1 415 555 0100", "+14155550100x", ""])(
    "has no phone like %j (R24)",
    async (phone) => {
      await expect(insertUser({ phone })).rejects.toThrow("User_phone_e164");
    },
  );

  it("may have an unverified phone that others have too", async () => {
    await insertUser({ phone: "+14155550100", phoneVerified: new Date() });
    await expect(insertUser({ phone: "+14155550100" })).resolves.toBeDefined();
    await expect(insertUser({ phone: "+14155550100" })).resolves.toBeDefined();
  });

  it("cannot verify a phone that another has verified", async () => {
    await insertUser({ phone: "+14155550100", phoneVerified: new Date() });
    const second = await insertUser({ phone: "+14155550100" });
    await expect(
      client.query(`UPDATE "User" SET "phoneVerified" = now() WHERE "id" = $1`, [second.id]),
    ).rejects.toThrow("User_verified_phone_key");
  });
});

describe("an Argentine line", () => {
  it("is verified by one user, in whichever form of its number", async () => {
    await insertUser({ phone: "+5491123456789", phoneVerified: new Date() });
    await insertUser({ phone: "+541123456789" });
    await insertUser({ phone: "+541123456780", phoneVerified: new Date() });
    await insertUser({ phone: "+551123456789", phoneVerified: new Date() });
    await expect(insertUser({ phone: "+541123456789", phoneVerified: new Date() })).rejects.toThrow(
      "User_verified_phone_line_key",
    );
  });
});

describe("a challenge", () => {
  it("takes five attempts and refuses the sixth", async () => {
    const challenge = await insertChallenge();
    for (let attempt = 1; attempt <= 5; attempt += 1) await change(challenge, `"attempts" = "attempts" + 1`);
    await expect(change(challenge, `"attempts" = "attempts" + 1`)).rejects.toThrow("Challenge_attempts_at_most_five");
  });

  it("sends five times and refuses the sixth", async () => {
    const challenge = await insertChallenge({ sends: 5 });
    await expect(change(challenge, `"sends" = "sends" + 1`)).rejects.toThrow("Challenge_sends_at_most_five");
  });

  it("asks for a phone only to log in, and for no mail by it (R21)", async () => {
    const asked = { phoneChannel: "SMS", phoneSentAt: new Date() };
    await insertChallenge(asked);
    await client.query("SAVEPOINT made");
    for (const wrong of [
      { ...asked, purpose: "REGISTER" },
      { ...asked, purpose: "STEP_UP" },
      { ...asked, phoneChannel: "EMAIL" },
      { phoneChannel: "SMS" },
    ]) {
      await expect(insertChallenge(wrong)).rejects.toThrow("Challenge_phone_only_for_login");
      await client.query("ROLLBACK TO SAVEPOINT made");
    }
  });

  it("has a phone together with its verification, and is verified by phone only with one", async () => {
    const sent = { phoneChannel: "SMS", phoneSentAt: new Date(), phone: "+4915112345678", phoneSid: "VE0" };
    const challenge = await insertChallenge(sent);
    await change(challenge, `"provenAt" = now(), "provenBy" = 'SMS'`);
    await client.query("SAVEPOINT made");
    for (const wrong of [
      { ...sent, phoneSid: null },
      { ...sent, phone: null },
      { ...sent, phone: "015112345678" },
    ]) {
      await expect(insertChallenge(wrong)).rejects.toThrow("Challenge_phone_has_verification");
      await client.query("ROLLBACK TO SAVEPOINT made");
    }
    const none = await insertChallenge({ phoneChannel: "SMS", phoneSentAt: new Date() });
    await expect(change(none, `"provenAt" = now(), "provenBy" = 'SMS'`)).rejects.toThrow(
      "Challenge_proven_by_what_was_sent",
    );
  });

  it("lives ten minutes at most, also afterwards (R2)", async () => {
    const late = new Date(Date.now() + 11 * 60_000);
    const challenge = await insertChallenge();
    await client.query("SAVEPOINT made");
    await expect(insertChallenge({ expiresAt: late })).rejects.toThrow("Challenge_life_at_most_ten_minutes");
    await client.query("ROLLBACK TO SAVEPOINT made");
    await expect(change(challenge, `"expiresAt" = "createdAt" + INTERVAL '11 minutes'`)).rejects.toThrow(
      "Challenge_life_at_most_ten_minutes",
    );
  });

  it("is not consumed before its code was right", async () => {
    const challenge = await insertChallenge();
    await expect(change(challenge, `"consumedAt" = now()`)).rejects.toThrow("Challenge_consumed_only_when_proven");
  });

  it("can be consumed once", async () => {
    const challenge = await insertChallenge({ provenAt: new Date() });
    await change(challenge, `"consumedAt" = now()`);
    await expect(change(challenge, `"consumedAt" = now() + INTERVAL '1 second'`)).rejects.toThrow("already consumed");
  });

  it("stays consumed", async () => {
    const challenge = await insertChallenge({ provenAt: new Date(), consumedAt: new Date() });
    await expect(change(challenge, `"consumedAt" = NULL`)).rejects.toThrow("already consumed");
  });

  it("gives one session, and the database refuses a second", async () => {
    const user = await insertUser();
    const challenge = await insertChallenge({ provenAt: new Date() });
    const session = () =>
      insert("Session", {
        id: randomUUID(),
        sessionToken: randomUUID(),
        userId: user.id,
        expires: new Date(Date.now() + 60_000),
        method: "EMAIL_CODE",
        challengeId: challenge.id,
      });
    await session();
    await expect(session()).rejects.toThrow("Session_challengeId_key");
  });
});

describe("the audit trail", () => {
  const event = () => insert("AuditEvent", { name: "guard_test" });

  it("refuses a change (R41)", async () => {
    await event();
    await expect(client.query(`UPDATE "AuditEvent" SET "name" = 'other'`)).rejects.toThrow("append-only");
  });

  it("refuses a deletion (R41)", async () => {
    await event();
    await expect(client.query(`DELETE FROM "AuditEvent"`)).rejects.toThrow("append-only");
  });

  it("refuses to be emptied at once (R41)", async () => {
    await expect(client.query(`TRUNCATE "AuditEvent"`)).rejects.toThrow("append-only");
  });

  it("lets the announced daily job delete, and still not change", async () => {
    const { id } = await event();
    await client.query("SET LOCAL myshop.audit_retention = 'on'");
    await client.query("SAVEPOINT announced");
    await expect(client.query(`UPDATE "AuditEvent" SET "name" = 'other'`)).rejects.toThrow("append-only");
    await client.query("ROLLBACK TO SAVEPOINT announced");
    const { rowCount } = await client.query(`DELETE FROM "AuditEvent" WHERE "id" = $1`, [id]);
    expect(rowCount).toBe(1);
  });

  it("outlives the user it tells about", async () => {
    const user = await insertUser();
    await insert("AuditEvent", { name: "guard_test", subjectId: user.id });
    await client.query(`DELETE FROM "User" WHERE "id" = $1`, [user.id]);
    const { rowCount } = await client.query(`SELECT FROM "AuditEvent" WHERE "subjectId" = $1`, [user.id]);
    expect(rowCount).toBe(1);
  });
});

it.each([
  ["dearer for members", 100, 101],
  ["free for members", 100, 0],
])("no product is %s", async (_what, priceCents, memberPriceCents) => {
  const product = {
    id: randomUUID(),
    slug: randomUUID(),
    name: "n",
    tagline: "t",
    description: "d",
    category: "c",
    art: "a",
    position: 1,
  };
  await expect(insert("Product", { ...product, priceCents, memberPriceCents })).rejects.toThrow("Product_prices");
});
