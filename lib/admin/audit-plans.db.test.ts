import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AuditEventName, auditEventNames } from "@/lib/audit/events";
import type { Prisma } from "@/lib/db/generated/client";
import { type AuditFilter, auditCountSql, auditRangeSql, rangeOf } from "./read-audit-range";

// In a transaction that is rolled back: the trail cannot be emptied, and 30,000 entries would slow other tests.
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
const busy = randomUUID();
const ordinary = randomUUID();

beforeAll(async () => {
  await client.connect();
  await client.query("BEGIN");
  // What misleads statistics: an event and an actor that are frequent, and only in old entries.
  await client.query(
    `INSERT INTO "AuditEvent" ("at", "name", "actorId", "subjectId", "userAgent")
     SELECT now() - (30001 - n) * interval '1 minute',
       CASE WHEN n < 12000 THEN 'user_registered' WHEN n = 15000 THEN 'admin_created' ELSE 'code_sent' END,
       CASE WHEN n < 3000 THEN $1::uuid WHEN n = 20000 THEN $2::uuid WHEN n % 2 = 0 THEN gen_random_uuid() END,
       CASE WHEN n < 3000 THEN $1::uuid WHEN n % 5000 = 0 THEN $2::uuid WHEN n % 2 = 0 THEN gen_random_uuid() END,
       repeat('x', 400)
     FROM generate_series(1, 30000) AS n`,
    [busy, ordinary],
  );
  await client.query(`ANALYZE "AuditEvent"`);
});
afterAll(async () => {
  await client.query("ROLLBACK");
  await client.end();
});

const people = [undefined, busy, ordinary];
const someNames: AuditEventName[][] = [[], ["user_registered"], ["admin_created", "code_sent"], [...auditEventNames]];
const times = [{}, { from: new Date(Date.now() - 60 * 60_000) }, { to: new Date(Date.now() - 20 * 24 * 60 * 60_000) }];
const filters: AuditFilter[] = people.flatMap((actorId) =>
  people.flatMap((subjectId) =>
    someNames.flatMap((names) => times.map((time) => ({ actorId, subjectId, names, ...time }))),
  ),
);

async function plan(statement: Prisma.Sql): Promise<string> {
  const values = statement.values.map((value) => (typeof value === "bigint" ? String(value) : value));
  const { rows } = await client.query<{ "QUERY PLAN": string }>(`EXPLAIN ${statement.text}`, values);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

/**
 * The indexes that may be read for a filter. Of somebody with few entries, as a whole or in a time, any that begins with
 * them will do, and of two people either's.
 */
function indexesFor({ actorId, subjectId, names = [], from, to }: AuditFilter): string[] {
  const ofName = names.length > 0 ? "name_" : "";
  const ofPerson = [
    ...(actorId ? ["", "name_"].map((name) => ({ id: actorId, name, index: `actorId_${name}at_id` })) : []),
    ...(subjectId
      ? ["", "name_"].map((name) => ({ id: subjectId, name, index: `subjectId_${name}at_id_actorId` }))
      : []),
  ];
  if (ofPerson.length === 0) return [`AuditEvent_${ofName}at_id_idx`];
  const isOneBusy = (actorId ?? subjectId) === busy && !(actorId && subjectId) && !from && !to;
  return ofPerson.filter(({ name }) => !isOneBusy || name === ofName).map(({ index }) => `AuditEvent_${index}_idx`);
}

it(`a page and its count are read from the index of their filter, in each of ${filters.length} combinations`, async () => {
  for (const filter of filters) {
    for (const end of ["newest", "oldest"] as const) {
      const read = await plan(auditRangeSql(filter, { range: rangeOf(filter), end, limit: 51 }));
      const count = await plan(auditCountSql(filter, 1_001));
      for (const each of [read, count]) {
        expect(each).not.toContain("Seq Scan");
        const used = [...each.matchAll(/AuditEvent_\w+/g)].map(([index]) => index);
        expect(used.length, each).toBeGreaterThan(0);
        expect(indexesFor(filter), each).toEqual(expect.arrayContaining(used));
      }
    }
  }
});
