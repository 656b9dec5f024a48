import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { csvStream } from "@/lib/csv/csv-stream";
import { db } from "@/lib/db/client";
import { auditExportColumns, exportAuditEvents } from "./export-audit-events";

const staff = () => ({ id: randomUUID(), ip: "192.0.2.1", userAgent: "test" });

it("an export has every entry once, newest first, in batches", async () => {
  const subjectId = randomUUID();
  const at = new Date("2001-01-01T00:00:00Z");
  await db().$executeRaw`
    INSERT INTO "AuditEvent" ("name", "at", "subjectId", "ip")
    SELECT 'logout', ${at}::timestamptz, ${subjectId}::uuid, n::text FROM generate_series(1, 2500) AS n`;
  const sizes: number[] = [];
  const addresses: unknown[] = [];
  for await (const batch of await exportAuditEvents({ subjectId }, staff(), "en")) {
    sizes.push(batch.length);
    addresses.push(...batch.map((fields) => fields[auditExportColumns.indexOf("network_address")]));
  }
  expect(sizes).toEqual([1_000, 1_000, 500]);
  expect(addresses).toEqual(Array.from({ length: 2_500 }, (_, index) => String(2_500 - index)));
});

it("who exported what is in the trail before anything is given out", async () => {
  const actor = staff();
  const subjectId = randomUUID();
  await exportAuditEvents({ subjectId, names: ["logout", "code_sent"], from: new Date(0) }, actor, "en");
  expect(await db().auditEvent.findMany({ where: { actorId: actor.id } })).toMatchObject([
    {
      name: "audit_exported",
      ip: actor.ip,
      userAgent: actor.userAgent,
      details: {
        actor: null,
        subject: subjectId,
        events: "logout code_sent",
        from: "1970-01-01T00:00:00.000Z",
        to: null,
      },
    },
  ]);
});

it("what strangers put into the trail is no formula in a spreadsheet", async () => {
  const subjectId = randomUUID();
  await db().auditEvent.create({
    data: {
      name: "logout",
      subjectId,
      userAgent: '=HYPERLINK("https://evil.example";"x")',
      maskedIdentifier: "@SUM(1)",
      details: { reason: 'a "quoted"\nline' },
    },
  });
  const text = await new Response(
    csvStream(auditExportColumns, await exportAuditEvents({ subjectId }, staff(), "en")),
  ).text();
  expect(text).toContain(`,"'=HYPERLINK(""https://evil.example"";""x"")",`);
  expect(text).toContain(`,"'@SUM(1)",`);
  expect(text).toContain(`"{""reason"":""a \\""quoted\\""\\nline""}"\r\n`);
});

it("what happened is told in the language of its reader, under the name that programs know", async () => {
  const subjectId = randomUUID();
  await db().auditEvent.create({ data: { name: "logout", subjectId } });
  const { value: [line] = [] } = await (await exportAuditEvents({ subjectId }, staff(), "es")).next();
  expect(line?.slice(1, 3)).toEqual(["logout", "Cerró sesión"]);
});
