import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { exhaust } from "@/lib/limits/consume";
import { refusedPasskeyCharges } from "@/lib/passkeys/verify-passkey";
import { recordRefusedAccess } from "./access-rules";

const somewhere = () => ({ ip: `2001:db8:${randomUUID().slice(0, 4)}:1::1`, userAgent: "test" });
const entriesOf = (actorId: string) =>
  db().auditEvent.findMany({ where: { actorId, name: "access_refused" }, select: { details: true, ip: true } });

it("a refusal is in the audit trail once an hour for each user and reason (R41)", async () => {
  const [shopper, visitor] = [randomUUID(), somewhere()];
  for (let times = 0; times < 20; times++) await recordRefusedAccess("not staff", visitor, shopper);
  await recordRefusedAccess("not an admin", visitor, shopper);
  expect(await entriesOf(shopper)).toEqual([
    { details: { reason: "not staff" }, ip: visitor.ip },
    { details: { reason: "not an admin" }, ip: visitor.ip },
  ]);
});

it("many accounts from one source cannot fill the audit trail with refusals", async () => {
  const visitor = somewhere();
  const first = randomUUID();
  await recordRefusedAccess("not staff", visitor, first);
  expect(await entriesOf(first)).toHaveLength(1);
  const [ofSource] = refusedPasskeyCharges(visitor.ip);
  if (ofSource) await exhaust(ofSource, 60);
  const second = randomUUID();
  await recordRefusedAccess("not staff", visitor, second);
  expect(await entriesOf(second)).toEqual([]);
});
