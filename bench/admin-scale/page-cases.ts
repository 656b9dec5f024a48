import { findUserRecord } from "@/lib/admin/find-user-record";
import { listClosedLimits } from "@/lib/admin/limits";
import { readOverview } from "@/lib/admin/read-overview";
import { listSessionsOf } from "@/lib/auth/session/list-sessions";
import { connect } from "@/prisma/connect";
import type { ScaleCase } from "./user-cases";

/** The overview, the page of one user with their sessions, and the page of closed limits. */
export async function pageCases(databaseUrl: string): Promise<ScaleCase[]> {
  const client = await connect(databaseUrl);
  const usersOf = async (sql: string) => (await client.query<{ id: string }>(sql)).rows;
  const busiest = await usersOf(
    `SELECT "subjectId" AS "id" FROM "AuditEvent" WHERE "subjectId" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 10`,
  );
  const others = await usersOf(`SELECT "id" FROM "User" TABLESAMPLE SYSTEM (1) LIMIT 60`);
  await client.end();
  const page = (users: { id: string }[]) => async (run: number) => {
    const user = await findUserRecord(users[run % users.length]?.id ?? "");
    if (user) await listSessionsOf(user, null, "en");
  };
  return [
    { name: "overview · 7 days", read: () => readOverview(7) },
    { name: "overview · 90 days", read: () => readOverview(90) },
    { name: "a user's page · anybody", read: page(others) },
    { name: "a user's page · who has most audit events", read: page(busiest) },
    { name: "limits", read: () => listClosedLimits() },
  ];
}
