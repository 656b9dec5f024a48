import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { createUser, newPerson } from "@/test/login-parts";
import { findAuditPerson } from "./list-audit-events";

it("a user is found by ID, username and email in any spelling", async () => {
  const { id, username, email } = await createUser();
  for (const typed of [id, id.toUpperCase(), username, ` ${username.toUpperCase()} `, email, email.toUpperCase()]) {
    expect(await findAuditPerson(typed), typed).toEqual({ id, username });
  }
});

it("a user is found by an email whose domain has a digit of another script, and not by the ASCII one", async () => {
  const { username } = newPerson();
  const { id } = await createUser({ ...newPerson(), username, email: `${username}@xn--4gbrim1k.com` });
  expect(await findAuditPerson(`${username}@موقع١.com`)).toEqual({ id, username });
  expect(await findAuditPerson(`${username}@موقع1.com`)).toBeNull();
});

it("an ID needs no existing user, since the audit trail outlives users", async () => {
  const id = randomUUID();
  expect(await findAuditPerson(id)).toEqual({ id, username: null });
});

it.each(["", " ", "nobody-is-called-so", "nobody@example.com", "%", "\0", "a\0b", "' OR 1=1", "@", "a".repeat(5_000)])(
  "%j matches no user",
  async (typed) => {
    expect(await findAuditPerson(typed)).toBeNull();
  },
);
