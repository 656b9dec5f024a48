import { randomBytes, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { createUser } from "@/test/login-parts";
import { findUserRecord } from "./find-user-record";

const minuteMs = 60_000;

it("shows the outcome of each requested code, newest first", async () => {
  const user = await createUser();
  const now = Date.now();
  const add = (minutesAgo: number, state: Record<string, Date>) =>
    db().challenge.create({
      data: {
        id: randomBytes(16).toString("base64url"),
        purpose: "LOGIN",
        address: user.email,
        browserKeyHash: "x",
        createdAt: new Date(now - minutesAgo * minuteMs),
        expiresAt: new Date(now + (10 - minutesAgo) * minuteMs),
        ...state,
      },
    });
  await add(1, {});
  await add(2, { provenAt: new Date(), consumedAt: new Date() });
  await add(3, { reportedAt: new Date(), expiresAt: new Date(now - 3 * minuteMs) });
  await add(4, { refusedAt: new Date() });
  await add(20, {});
  const record = await findUserRecord(user.id);
  expect(record?.challenges.map(({ state }) => state)).toEqual(["OPEN", "USED", "REPORTED", "REFUSED_MAIL", "EXPIRED"]);
});

it("shows the audit trail of this user only", async () => {
  const [user, other] = [await createUser(), await createUser()];
  await recordEvent(db(), { name: "login_requested", subjectId: user.id });
  await recordEvent(db(), { name: "login_succeeded", subjectId: other.id, actorId: user.id });
  await recordEvent(db(), { name: "login_succeeded", subjectId: user.id });
  const record = await findUserRecord(user.id);
  expect(record?.events.map(({ name }) => name)).toEqual(["login_succeeded", "login_requested"]);
});

it("returns no public keys and no IDs of passkeys or challenges", async () => {
  const user = await createUser();
  const secret = randomBytes(16).toString("base64url");
  await db().authenticator.create({
    data: {
      userId: user.id,
      credentialID: secret,
      providerAccountId: secret,
      credentialPublicKey: secret,
      counter: 0,
      credentialDeviceType: "singleDevice",
      credentialBackedUp: false,
      name: "Laptop",
    },
  });
  await db().challenge.create({
    data: { id: secret, purpose: "LOGIN", address: user.email, browserKeyHash: secret, expiresAt: new Date() },
  });
  const record = await findUserRecord(user.id);
  expect(record).toMatchObject({ passkeys: [{ name: "Laptop", lastUsedAt: null, isSynced: false }] });
  expect(record?.challenges).toHaveLength(1);
  expect(JSON.stringify(record)).not.toContain(secret);
});

it("finds no one by an unknown ID", async () => {
  expect(await findUserRecord(randomUUID())).toBeNull();
});
