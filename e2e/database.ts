import { createHmac, randomBytes, randomInt, randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { Pool } from "pg";
import { hashRecoveryCode, newRecoveryCode, recoveryCodeCount } from "@/lib/auth/recovery-codes/recovery-code";
import { hashKey, newKey } from "@/lib/crypto/secret-key";
import { shop } from "./running-shop";

export type Person = { username: string; email: string; phone: string };

const pool = new Pool({ connectionString: shop.databaseUrl, max: 1, allowExitOnIdle: true });

export async function sql<Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool.query<Row>(text, values)).rows;
}

export async function addUser(person: Person, role: "CUSTOMER" | "STAFF" | "ADMIN" = "CUSTOMER"): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "User" ("id", "email", "emailVerified", "username", "usernameKey", "phone", "role")
     VALUES ($1, $2, now(), $3, lower($3), $4, $5::"Role")`,
    [id, person.email, person.username, person.phone, role],
  );
  return id;
}

/** A German mobile number. */
export async function addPhoneOwner(person: Person, role: "CUSTOMER" | "STAFF" | "ADMIN" = "CUSTOMER") {
  const phone = `+49151${String(randomInt(1_0000_0000)).padStart(8, "0")}`;
  const id = await addUser({ ...person, phone }, role);
  await sql(`UPDATE "User" SET "phoneVerified" = now() WHERE "id" = $1`, [id]);
  return { ...person, phone, id };
}

export type TestProduct = { id: string; slug: string; name: string; number: number };

/** Hidden unless told otherwise, for the storefront is everybody's. */
export async function addProduct({ isHidden = true, stock = null as number | null } = {}): Promise<TestProduct> {
  const id = randomUUID();
  const name = `Jug ${randomBytes(5).toString("hex")}`;
  const product = { id, name, slug: name.toLowerCase().replace(" ", "-"), number: randomInt(1_000, 10_000) };
  await sql(
    `INSERT INTO "Product" ("id", "slug", "name", "tagline", "description", "category", "art", "priceCents",
       "memberPriceCents", "position", "stock", "hiddenAt")
     VALUES ($1, $2, $3, 'Pours.', 'A jug.', 'Kitchen', 'kettle', 2000, 1500, $4, $5, CASE WHEN $6::boolean THEN now() END)`,
    [id, product.slug, name, product.number, stock, isHidden],
  );
  return product;
}

/** Placed by the user, of two pieces of a product. Gives its number. */
export async function addOrder(
  userId: string,
  product: TestProduct,
  { name = "Ada Byron", locale = "en", state = "PLACED" } = {},
): Promise<number> {
  const [order] = await sql<{ number: number }>(
    `WITH placed AS (
       INSERT INTO "Order" ("id", "userId", "idempotencyKey", "state", "payment", "locale", "name", "line1", "postalCode",
         "city", "country", "note", "currency", "totalCents", "acceptedAt")
       VALUES ($1::uuid, $2, $1::uuid::text, $3::"OrderState", 'INVOICE', $4, $5, '12 St James’s Square', 'SW1Y 4JH',
         'London', 'GB', 'Ring twice.', $8, 3000, CASE WHEN $3::"OrderState" <> 'PLACED' THEN now() END)
       RETURNING "id", "number"
     ), line AS (
       INSERT INTO "OrderLine" ("orderId", "position", "productId", "name", "quantity", "unitPriceCents")
       SELECT "id", 0, $6::uuid, $7::text, 2, 1500 FROM placed
     )
     SELECT "number" FROM placed`,
    [randomUUID(), userId, state, locale, name, product.id, product.name, shop.currency],
  );
  return order?.number ?? 0;
}

export async function addUserPendingDeletion(person: Person) {
  const id = await addUser(person);
  const deletionAskedAt = new Date();
  await sql(`UPDATE "User" SET "deletionAskedAt" = $2 WHERE "id" = $1`, [id, deletionAskedAt]);
  return { id, email: person.email, deletionAskedAt };
}

/** Gives the change's id. */
export async function moveUser(userId: string, email: string): Promise<string> {
  const id = randomUUID();
  await sql(
    `WITH old AS (SELECT "id", "email" FROM "User" WHERE "id" = $1),
       moved AS (UPDATE "User" SET "email" = $2 WHERE "id" = $1)
     INSERT INTO "EmailChange" ("id", "userId", "oldEmail", "at", "undoableUntil")
     SELECT $3::uuid, "id", "email", now(), now() + interval '7 days' FROM old`,
    [userId, email, id],
  );
  return id;
}

export async function proveSessions(userId: string, act: string): Promise<void> {
  await sql(
    `INSERT INTO "StepUp" ("sessionId", "act", "provenAt") SELECT "id", $2, now() FROM "Session" WHERE "userId" = $1
     ON CONFLICT ("sessionId", "act") DO UPDATE SET "provenAt" = now()`,
    [userId, act],
  );
}

/** `isByMail`: without a passkey, which staff otherwise get. */
export async function addSession(userId: string, { isByMail = false } = {}): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await sql(
    `INSERT INTO "Session" ("id", "sessionToken", "userId", "expires", "method")
     SELECT $1, $2, "id", now() + interval '12 hours',
       CASE WHEN "role" = 'CUSTOMER' OR $4 THEN 'EMAIL_CODE' ELSE 'PASSKEY' END::"LoginMethod"
     FROM "User" WHERE "id" = $3`,
    [randomUUID(), token, userId, isByMail],
  );
  if (isByMail) return token;
  await sql(
    `INSERT INTO "Authenticator" ("userId", "credentialID", "providerAccountId", "credentialPublicKey", "counter",
       "credentialDeviceType", "credentialBackedUp")
     SELECT "id", $2, $2, '', 0, 'multiDevice', true FROM "User"
     WHERE "id" = $1 AND "role" <> 'CUSTOMER' AND NOT EXISTS (SELECT 1 FROM "Authenticator" WHERE "userId" = $1)`,
    [userId, token],
  );
  return token;
}

/** Puts a product of its own into a member's bag; it costs €15. */
export async function fillBag(userId: string, { quantity = 1, stock = null as number | null } = {}) {
  const product = await addProduct({ isHidden: false, stock });
  await sql(
    `WITH bag AS (
       INSERT INTO "Bag" ("id", "userId") VALUES ($1, $2) ON CONFLICT ("userId") DO UPDATE SET "userId" = $2
       RETURNING "id")
     INSERT INTO "BagItem" ("bagId", "productId", "quantity") SELECT "id", $3, $4 FROM bag`,
    [randomUUID(), userId, product.id, quantity],
  );
  return product;
}

export async function countSessions(email: string): Promise<number> {
  const [row] = await sql<{ count: string }>(
    `SELECT count(*) FROM "Session" JOIN "User" ON "User"."id" = "Session"."userId" WHERE "User"."email" = $1`,
    [email],
  );
  return Number(row?.count);
}

export async function countUsers(email: string): Promise<number> {
  const [row] = await sql<{ count: string }>(`SELECT count(*) FROM "User" WHERE "email" = $1`, [email]);
  return Number(row?.count);
}

/** Moves challenges into the past. */
export async function ageChallenges(email: string, seconds: number): Promise<void> {
  await untilSent(email);
  await sql(
    `UPDATE "Challenge" SET "createdAt" = "createdAt" - $2 * interval '1 second',
       "lastSentAt" = "lastSentAt" - $2 * interval '1 second',
       "phoneSentAt" = "phoneSentAt" - $2 * interval '1 second', "expiresAt" = "expiresAt" - $2 * interval '1 second'
     WHERE "address" = $1`,
    [email, seconds],
  );
}

/** A code is compared once its sending is noted. */
async function untilSent(email: string): Promise<void> {
  const unsent = () =>
    sql(
      `SELECT 1 FROM "Challenge" challenge WHERE "address" = $1 AND "providerSid" IS NULL AND NOT EXISTS (
         SELECT FROM "AuditEvent" event WHERE event."challengeId" = challenge."id" AND event."name" = 'code_not_sent')`,
      [email],
    );
  await expect.poll(unsent, { message: "what was sent is noted", intervals: [50], timeout: 20_000 }).toEqual([]);
}

/** As if that many points of a limit were used up. */
export async function useUpLimit(policy: string, subject: string, points: number): Promise<void> {
  const hash = createHmac("sha256", shop.authSecret).update(`limits\n${policy}\n${subject}`).digest("hex");
  const changed = await sql(
    `UPDATE "RateLimit" SET "points" = $3 WHERE "policy" = $1 AND "subject" = $2 RETURNING "points"`,
    [policy, hash, points],
  );
  expect(changed).toEqual([{ points }]);
}

/** As printed. */
export async function addRecoveryCodes(userId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
  await sql(`INSERT INTO "RecoveryCode" ("codeHash", "userId", "addedInSession") SELECT unnest($2::text[]), $1, '-'`, [
    userId,
    codes.map(hashRecoveryCode),
  ]);
  return codes;
}

export async function addRecoveringUser(person: Person, newEmail: string, hoursAgo = 0) {
  const id = await addUser(person);
  const startedAt = new Date(Date.now() - hoursAgo * 60 * 60_000);
  await sql(
    `INSERT INTO "AccountRecovery" ("userId", "newEmail", "reason", "startedById", "startedAt", "toldAt") VALUES ($1, $2, $3, $1, $4, $4)`,
    [id, newEmail, "Showed an identity card", startedAt],
  );
  return { id, email: person.email, startedAt };
}

/** With two pieces of a product. Gives the cookie of its browser. */
export async function addGuestBag(slug: string): Promise<string> {
  const key = newKey();
  await sql(
    `WITH bag AS (
       INSERT INTO "Bag" ("id", "keyHash", "expiresAt") VALUES ($1, $2, now() + interval '30 days') RETURNING "id"
     )
     INSERT INTO "BagItem" ("bagId", "productId", "quantity")
     SELECT bag."id", product."id", 2 FROM bag, "Product" product WHERE product."slug" = $3`,
    [randomUUID(), hashKey(key), slug],
  );
  return `shop-bag=${key}`;
}

/** Pieces in the bag of a member, by slug. */
export async function readMemberBag(email: string): Promise<Record<string, number>> {
  const rows = await sql<{ slug: string; quantity: number }>(
    `SELECT product."slug", item."quantity" FROM "Bag" bag JOIN "BagItem" item ON item."bagId" = bag."id"
     JOIN "Product" product ON product."id" = item."productId" JOIN "User" owner ON owner."id" = bag."userId"
     WHERE owner."email" = $1`,
    [email],
  );
  return Object.fromEntries(rows.map(({ slug, quantity }) => [slug, quantity]));
}
