import { Pool } from "pg";
import { countOrders, listOrders, type OrderFilter, type OrderPosition } from "@/lib/admin/orders/list-orders";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import type { ScaleCase } from "./user-cases";

const deepPage = 1_000;

/** Pages of orders, each beside its count as on the page: every filter alone and with others, and page 1,000. */
export async function orderCases(databaseUrl: string): Promise<ScaleCase[]> {
  const { deep, number, customerId, oldest } = await chooseOrders(databaseUrl);
  const yearAgo = new Date(Date.now() - 365 * 86_400_000);
  const cases: [string, OrderFilter, { after?: OrderPosition; before?: OrderPosition }?][] = [
    ["first page", {}],
    ["page 1,000", {}, { after: deep }],
    ["page 999, backwards", {}, { before: deep }],
    ["those to accept", { state: "PLACED" }],
    ["cancelled, page 1,000", { state: "CANCELLED" }, { after: deep }],
    ["sent, oldest first day", { state: "SENT", before: new Date(oldest.getTime() + 86_400_000) }],
    ["a time range", { from: yearAgo, before: new Date(yearAgo.getTime() + 86_400_000) }],
    ["a number", { search: String(number) }],
    ["a name that many have", { search: "maria" }],
    ["a whole name", { search: "maria garcia" }],
    ["two letters", { search: "ma" }],
    ["a name that nobody has", { search: "qzxw" }],
    ["a name, cancelled", { search: "tariq wilson", state: "CANCELLED" }],
    ["a name, a year ago", { search: "tariq wilson", before: yearAgo }],
    ["a customer", { customerId }],
    ["a customer, sent", { customerId, state: "SENT" }],
  ];
  return cases.map(([name, filter, cursors]) => ({
    name: `orders · ${name}`,
    read: () => Promise.all([listOrders(filter, cursors), countOrders(filter)]),
  }));
}

/** What is in this table: read once, by statements that may be slow. */
async function chooseOrders(databaseUrl: string) {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const { rows } = await pool.query<{ at: Date; id: string; number: number; userId: string; oldest: Date }>(
      `SELECT "placedAt" AS "at", "id", "number", (SELECT min("placedAt") FROM "Order") AS "oldest",
         (SELECT "userId" FROM "Order" WHERE "userId" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1) AS "userId"
       FROM "Order" ORDER BY "placedAt" DESC, "id" DESC OFFSET ${deepPage * 50} LIMIT 1`,
    );
    const [row] = rows;
    if (row === undefined) throw new SetupProblem("The database of the bench has too few orders.");
    const { at, id, number, userId, oldest } = row;
    return { deep: { at, id }, number, customerId: userId, oldest };
  } finally {
    await pool.end();
  }
}
