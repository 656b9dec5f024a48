import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { createUser } from "@/test/login-parts";
import { readOverview } from "./read-overview";

it("adds up the days, and counts used codes", async () => {
  const at = new Date("2005-03-01T12:00:00Z");
  const names = ["code_sent", "code_sent", "code_sent", "code_not_sent", "login_succeeded", "step_up_proven"];
  await db().auditEvent.createMany({ data: names.map((name) => ({ name, at })) });
  const overview = await readOverview(7, new Date("2005-03-01T18:00:00Z"));
  expect(overview.total).toMatchObject({ codesSent: 3, codesUsed: 2, codesNotSent: 1, logins: 1, registrations: 0 });
  expect(overview.channels).toEqual([{ channel: "EMAIL", sent: 3, used: 2, notSent: 1, wrong: 0 }]);
});

it("counts the sessions that have not run out", async () => {
  const before = (await readOverview(7)).activeSessions;
  const user = await createUser();
  for (const days of [-1, 1]) {
    const expires = new Date(Date.now() + days * 86_400_000);
    await db().session.create({
      data: { userId: user.id, sessionToken: randomUUID(), method: "EMAIL_CODE", expires },
    });
  }
  expect((await readOverview(7)).activeSessions).toBe(before + 1);
});

it("lists the newest events that staff may have to react to, and no ordinary ones", async () => {
  const at = new Date(Date.now() + 60_000);
  const names = ["limit_reached", "login_succeeded", "challenge_reported", "code_sent"];
  await db().auditEvent.createMany({ data: names.map((name) => ({ name, at })) });
  const { notable } = await readOverview(7);
  expect(notable.slice(0, 2).map(({ name }) => name)).toEqual(["challenge_reported", "limit_reached"]);
  expect(notable.map(({ name }) => name)).not.toContain("code_sent");
});
