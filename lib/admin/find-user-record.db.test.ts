import { randomBytes, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { createUser } from "@/test/login-parts";
import { findUserRecord } from "./find-user-record";

it("shows the audit trail of this user only", async () => {
  const [user, other] = [await createUser(), await createUser()];
  await recordEvent(db(), { name: "login_requested", subjectId: user.id });
  await recordEvent(db(), { name: "login_succeeded", subjectId: other.id, actorId: user.id });
  await recordEvent(db(), { name: "login_succeeded", subjectId: user.id });
  const record = await findUserRecord(user.id);
  expect(record?.events.map(({ name }) => name)).toEqual(["login_succeeded", "login_requested"]);
});

it("returns no public keys and no IDs of passkeys", async () => {
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
  const record = await findUserRecord(user.id);
  expect(record).toMatchObject({ passkeys: [{ name: "Laptop", lastUsedAt: null, isSynced: false }] });
  expect(JSON.stringify(record)).not.toContain(secret);
});

it("finds no one by an unknown ID", async () => {
  expect(await findUserRecord(randomUUID())).toBeNull();
});
