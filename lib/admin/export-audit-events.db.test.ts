import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { csvStream } from "@/lib/csv/csv";
import { db } from "@/lib/db/client";
import { auditExportColumns, exportAuditEvents } from "./export-audit-events";

it("an export has every entry once, newest first, in batches", async () => {
  const subjectId = randomUUID();
  const at = new Date("2001-01-01T00:00:00Z");
  await db().$executeRaw`
    INSERT INTO "AuditEvent" ("name", "at", "subjectId", "ip")
    SELECT 'logout', ${at}::timestamptz, ${subjectId}::uuid, n::text FROM generate_series(1, 2500) AS n`;
  const sizes: number[] = [];
  const addresses: unknown[] = [];
  for await (const batch of exportAuditEvents({ subjectId }, "en")) {
    sizes.push(batch.length);
    addresses.push(...batch.map((fields) => fields[auditExportColumns.indexOf("network_address")]));
  }
  expect(sizes).toEqual([1_000, 1_000, 500]);
  expect(addresses).toEqual(Array.from({ length: 2_500 }, (_, index) => String(2_500 - index)));
});

it("attacker-controlled text in the audit trail is not a formula in a spreadsheet", async () => {
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
  const text = await new Response(csvStream(auditExportColumns, exportAuditEvents({ subjectId }, "en"))).text();
  expect(text).toContain(`,"'=HYPERLINK(""https://evil.example"";""x"")",`);
  expect(text).toContain(`,"'@SUM(1)",`);
  expect(text).toContain(`"{""reason"":""a \\""quoted\\""\\nline""}"\r\n`);
});

it("an export describes events in the reader's language, and keeps the names for programs", async () => {
  const subjectId = randomUUID();
  await db().auditEvent.create({ data: { name: "logout", subjectId } });
  const { value: [line] = [] } = await exportAuditEvents({ subjectId }, "es").next();
  expect(line?.slice(1, 3)).toEqual(["logout", "Cerró sesión"]);
});
