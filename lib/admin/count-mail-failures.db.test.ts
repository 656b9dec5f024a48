import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { countMailFailures } from "./overview-figures";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

it("counts each kind by day, from midnight to midnight UTC", async () => {
  const add = (at: string, kind: string | null) =>
    db().mailEvent.create({ data: { id: randomUUID(), kind, receivedAt: new Date(at) } });
  await add("2008-03-01T00:00:00Z", "bounce");
  await add("2008-03-01T23:59:59.999Z", "bounce");
  await add("2008-03-01T12:00:00Z", "deferred");
  await add("2008-03-02T00:00:00Z", "dropped");
  await add("2008-03-02T12:00:00Z", "spamreport");
  await add("2008-03-02T12:00:00Z", null);
  const counted = await countMailFailures([day("2008-02-29"), day("2008-03-01"), day("2008-03-02")]);
  expect(counted).toEqual([
    { bounced: 0, dropped: 0, deferred: 0, spam: 0 },
    { bounced: 2, dropped: 0, deferred: 1, spam: 0 },
    { bounced: 0, dropped: 1, deferred: 0, spam: 1 },
  ]);
});
