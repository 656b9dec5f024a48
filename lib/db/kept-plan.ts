import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { Prisma } from "./generated/client";

const mark = "/* kept plan */";

/** Begins a statement that each login runs. PostgreSQL then plans it once per connection, if none is pooled. */
export const keptPlan = Prisma.raw(mark);

const names = new Map<string, string>();

let isPooled = true;
let hasConnected = false;

/** Notes whether a new connection leads to the process that it names. A pool names itself; embedded, all share one. */
export async function noteServer(client: ClientBase): Promise<void> {
  const { processID } = client as ClientBase & { processID: number | null };
  const { rows } = await client.query<{ isOwn: boolean }>(
    `SELECT pg_backend_pid() = $1 AND version() NOT LIKE '%emscripten%' AS "isOwn"`,
    [processID],
  );
  isPooled = (hasConnected && isPooled) || rows[0]?.isOwn !== true;
  hasConnected = true;
}

/** Empty for a statement without a name, which is planned each time. */
export function statementName({ sql }: { sql: string }): string {
  if (isPooled || !sql.startsWith(mark)) return "";
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `shop_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
  names.set(sql, name);
  return name;
}
