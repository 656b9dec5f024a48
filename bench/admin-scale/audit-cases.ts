import { Pool } from "pg";
import { auditPageSize, estimateAuditEvents, listAuditEvents } from "@/lib/admin/list-audit-events";
import type { AuditFilter } from "@/lib/admin/read-audit-range";
import { writeCursor } from "@/lib/admin/read-audit-range";
import { type AuditEventName, auditEventNames } from "@/lib/audit/events";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import type { ScaleCase } from "./user-cases";

const deepPage = 1_000;

/** Pages of the audit trail, each with its names and its count: every filter alone and with others, and page 1,000. */
export async function auditCases(databaseUrl: string): Promise<ScaleCase[]> {
  const { actor, subject, rarest, commonest, someone, firstTenth, middle, position } = await choosePeople(databaseUrl);
  const deep = writeCursor(position);
  const eachName = (run: number): AuditEventName[] => [auditEventNames[run % auditEventNames.length] ?? "logout"];
  const cases: [string, (run: number) => AuditFilter, { after?: string; before?: string }?][] = [
    ["first page", () => ({})],
    ["page 1,000", () => ({}), { after: deep }],
    ["page 999, backwards", () => ({}), { before: deep }],
    ["a time range", () => ({ from: firstTenth, to: middle })],
    ["each event in turn", (run) => ({ names: eachName(run) })],
    ["many events, oldest tenth", (run) => ({ names: auditEventNames.slice(0, 1 + (run % 20)), to: firstTenth })],
    ["the rarest event", () => ({ names: [rarest] })],
    ["all events by name", () => ({ names: auditEventNames })],
    ["commonest event, page 999, backwards", () => ({ names: [commonest] }), { before: deep }],
    ["an actor", (run) => ({ actorId: someone(run) })],
    ["busiest actor", () => ({ actorId: actor })],
    ["busiest actor, oldest tenth", () => ({ actorId: actor, to: firstTenth })],
    ["busiest actor, rarest event", () => ({ actorId: actor, names: [rarest] })],
    ["an actor, each event in turn", (run) => ({ actorId: someone(run), names: eachName(run) })],
    ["busiest subject", () => ({ subjectId: subject })],
    ["busiest subject, rarest event", () => ({ subjectId: subject, names: [rarest] })],
    ["busiest actor and subject", () => ({ actorId: actor, subjectId: subject })],
    ["an actor, busiest subject", (run) => ({ actorId: someone(run), subjectId: subject })],
    ["busiest actor, a subject", (run) => ({ actorId: actor, subjectId: someone(run) })],
    ["busiest actor and subject, rarest event", () => ({ actorId: actor, subjectId: subject, names: [rarest] })],
    ["nobody", () => ({ actorId: "00000000-0000-4000-8000-000000000000" })],
  ];
  return cases.map(([name, filter, cursors]) => ({
    name: `audit · ${name}`,
    read: async (run) => {
      await listAuditEvents(filter(run), cursors);
      await estimateAuditEvents(filter(run));
    },
  }));
}

/** Who and what is in this trail: read once, by statements that may be slow. */
async function choosePeople(databaseUrl: string) {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const one = async <Row extends object>(sql: string) => {
    const [row] = (await pool.query<Row>(sql)).rows;
    if (row === undefined) throw new SetupProblem("The database of the bench has no audit events.");
    return row;
  };
  const busiest = (column: string) =>
    one<{ id: string }>(
      `SELECT "${column}" AS id FROM "AuditEvent" WHERE "${column}" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    );
  const byName = (order: string) =>
    one<{ name: AuditEventName }>(`SELECT "name" FROM "AuditEvent" GROUP BY 1 ORDER BY count(*) ${order} LIMIT 1`);
  try {
    const some = await pool.query<{ id: string }>(`SELECT "id" FROM "User" TABLESAMPLE SYSTEM (1) LIMIT 60`);
    const { oldest, newest } = await one<{ oldest: Date; newest: Date }>(
      `SELECT min("at") AS oldest, max("at") AS newest FROM "AuditEvent"`,
    );
    const at = (share: number) => new Date(oldest.getTime() + (newest.getTime() - oldest.getTime()) * share);
    return {
      actor: (await busiest("actorId")).id,
      subject: (await busiest("subjectId")).id,
      rarest: (await byName("ASC")).name,
      commonest: (await byName("DESC")).name,
      someone: (run: number) => some.rows[run % some.rows.length]?.id,
      firstTenth: at(0.1),
      middle: at(0.5),
      position: await one<{ at: Date; id: bigint }>(
        `SELECT "at", "id" FROM "AuditEvent" ORDER BY "at" DESC, "id" DESC OFFSET ${deepPage * auditPageSize} LIMIT 1`,
      ),
    };
  } finally {
    await pool.end();
  }
}
