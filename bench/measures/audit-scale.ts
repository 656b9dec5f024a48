import { Pool } from "pg";
import type { Measure } from "@/bench/measure";
import { SetupProblem } from "@/scripts/setup-problem";

/** Issue 5: database time at the 95th percentile, with 1,000,000 users and 5,000,000 events. */
const mostMs = 50;
const leastEvents = 5_000_000;
const samples = 60;
const deepPage = 1_000;

/**
 * How long the database takes for a page of the audit trail, its names and its count. What is measured is the whole use
 * case, so the client's own time is in it. Needs a filled PostgreSQL in BENCH_DATABASE_URL.
 */
export const auditScale: Measure = async () => {
  const url = process.env.BENCH_DATABASE_URL;
  const fill =
    "run `npm run db:migrate` and `npm run seed:users -- --count 1000000 --events 5000000` with DATABASE_URL set to it";
  if (!url) {
    if (process.argv.includes("audit-scale"))
      throw new SetupProblem(`Set BENCH_DATABASE_URL to a PostgreSQL of your own, and ${fill}.`);
    return [`Audit trail: left out, since BENCH_DATABASE_URL names no filled PostgreSQL (${fill}).`];
  }
  const pool = new Pool({ connectionString: url, max: 1 });
  const people = await choosePeople(pool);
  await pool.end();
  // The use cases open the database of the environment, at first use.
  process.env.DATABASE_URL = url;
  const { listAuditEvents } = await import("@/lib/admin/list-audit-events");
  const { estimateAuditEvents } = await import("@/lib/admin/estimate-audit-events");
  const { auditEventNames } = await import("@/lib/audit/events");
  const { db } = await import("@/lib/db/client");
  const { writeCursor } = await import("@/lib/admin/audit-position");

  const { count } = await estimateAuditEvents({});
  if (count < leastEvents * 0.9)
    throw new SetupProblem(`BENCH_DATABASE_URL has about ${count} audit events, not ${leastEvents}: ${fill}.`);
  const { busiestActor, busiestSubject, someActors, oldest, newest, rarestName, commonestName } = people;
  const middle = new Date((oldest.getTime() + newest.getTime()) / 2);
  const firstTenth = new Date(oldest.getTime() + (newest.getTime() - oldest.getTime()) / 10);
  const deep = writeCursor(people.deepPosition);
  const someActor = (round: number) => someActors[round % someActors.length];

  type Filter = Parameters<typeof listAuditEvents>[0];
  type Cursors = Parameters<typeof listAuditEvents>[1];
  const cases: [string, (round: number) => Filter, Cursors?][] = [
    ["first page", () => ({})],
    [`page ${deepPage}`, () => ({}), { after: deep }],
    [`page ${deepPage}, back`, () => ({}), { before: deep }],
    ["a time range", () => ({ from: firstTenth, to: middle })],
    ["each event in turn", (round) => ({ names: [auditEventNames[round % auditEventNames.length] ?? "logout"] })],
    [
      "each event, oldest tenth",
      (round) => ({ names: auditEventNames.slice(round % 20, 1 + (round % 20)), to: firstTenth }),
    ],
    ["the rarest event", () => ({ names: [rarestName] })],
    ["all events by name", () => ({ names: auditEventNames })],
    ["commonest event, page back", () => ({ names: [commonestName] }), { before: deep }],
    ["an actor", (round) => ({ actorId: someActor(round) })],
    ["busiest actor", () => ({ actorId: busiestActor })],
    ["busiest actor, oldest tenth", () => ({ actorId: busiestActor, to: firstTenth })],
    ["busiest actor, rarest event", () => ({ actorId: busiestActor, names: [rarestName] })],
    [
      "an actor, each event",
      (round) => ({ actorId: someActor(round), names: [auditEventNames[round % 20] ?? "logout"] }),
    ],
    ["busiest subject", () => ({ subjectId: busiestSubject })],
    ["busiest subject, rarest event", () => ({ subjectId: busiestSubject, names: [rarestName] })],
    ["busiest actor and subject", () => ({ actorId: busiestActor, subjectId: busiestSubject })],
    ["an actor, busiest subject", (round) => ({ actorId: someActor(round), subjectId: busiestSubject })],
    ["busiest actor, a subject", (round) => ({ actorId: busiestActor, subjectId: someActor(round) })],
    ["busiest both, rarest event", () => ({ actorId: busiestActor, subjectId: busiestSubject, names: [rarestName] })],
    ["nobody", () => ({ actorId: "00000000-0000-4000-8000-000000000000" })],
  ];
  const lines = [
    `The audit trail with ${count.toLocaleString("en")} events: page, names and count together, ${samples} times, in milliseconds (p50, p95).`,
  ];
  for (const [name, filter, cursors] of cases) {
    const times: number[] = [];
    for (let round = 0; round < samples; round++) {
      const started = performance.now();
      await listAuditEvents(filter(round), cursors);
      await estimateAuditEvents(filter(round));
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const [p50, p95] = [0.5, 0.95].map((part) => times[Math.ceil(part * samples) - 1] ?? 0) as [number, number];
    const isWithin = p95 < mostMs;
    if (!isWithin) process.exitCode = 1;
    const verdict = isWithin ? `under ${mostMs}, as asked` : `NOT UNDER ${mostMs}`;
    lines.push(`${name.padEnd(30)} ${p50.toFixed(1).padStart(7)} ${p95.toFixed(1).padStart(7)}   ${verdict}`);
  }
  await db().$disconnect();
  return lines;
};

/** Who and what is in this trail: read once, by statements that may be slow. */
async function choosePeople(pool: Pool) {
  const one = async <Row extends object>(sql: string) => {
    const [row] = (await pool.query<Row>(sql)).rows;
    if (row === undefined) throw new SetupProblem("BENCH_DATABASE_URL names a database without audit events.");
    return row;
  };
  const busiest = (column: string) =>
    one<{ id: string }>(
      `SELECT "${column}" AS id FROM "AuditEvent" WHERE "${column}" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    );
  const byName = (order: string) =>
    one<{ name: "logout" }>(`SELECT "name" FROM "AuditEvent" GROUP BY 1 ORDER BY count(*) ${order} LIMIT 1`);
  const some = await pool.query<{ id: string }>(`SELECT "id" FROM "User" TABLESAMPLE SYSTEM (1) LIMIT 60`);
  return {
    busiestActor: (await busiest("actorId")).id,
    busiestSubject: (await busiest("subjectId")).id,
    rarestName: (await byName("ASC")).name,
    commonestName: (await byName("DESC")).name,
    someActors: some.rows.map(({ id }) => id),
    deepPosition: await one<{ at: Date; id: bigint }>(
      `SELECT "at", "id" FROM "AuditEvent" ORDER BY "at" DESC, "id" DESC OFFSET ${deepPage * 50} LIMIT 1`,
    ),
    ...(await one<{ oldest: Date; newest: Date }>(`SELECT min("at") AS oldest, max("at") AS newest FROM "AuditEvent"`)),
  };
}
