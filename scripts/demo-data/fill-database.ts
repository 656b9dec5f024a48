import type pg from "pg";
import { connect } from "@/prisma/connect";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { shopConfig } from "@/shop.config";
import { type DemoOrder, demoOrders } from "./demo-orders";
import { type DemoUser, demoEvents, demoUsers } from "./demo-rows";
import { type CopiedField, copyRows, insertRows } from "./write-rows";

type Progress = (what: string, written: number, total: number) => void;

/** Below it, indexes are kept. */
const manyRows = 50_000;

/** Adds demo users, passkeys, events and orders in one transaction. Rebuilds plain indexes for large lots. */
export async function fillDatabase(
  databaseUrl: string,
  {
    count,
    events = 0,
    orders = 0,
    rebuildsFrom = manyRows,
  }: { count: number; events?: number; orders?: number; rebuildsFrom?: number },
  onProgress: Progress = () => {},
): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    const write = (await isEmbedded(client)) ? insertRows : copyRows;
    await client.query("BEGIN");
    await withoutIndexes(client, "User", count >= rebuildsFrom, onProgress, async () => {
      const users = demoUsers(count, await nextNumber(client));
      const owners: string[] = [];
      const progress = (written: number) => onProgress("users", written, count);
      await write(client, "User", Object.keys(userColumns), userRows(users, owners), progress);
      await write(client, "Authenticator", passkeyColumns, owners.map(passkeyRow));
    });
    if (events > 0) {
      await withoutIndexes(client, "AuditEvent", events >= rebuildsFrom, onProgress, async () => {
        const progress = (written: number) => onProgress("events", written, events);
        await write(client, "AuditEvent", eventColumns, eventRows(events, await someUsers(client)), progress);
      });
    }
    if (orders > 0) {
      await withoutIndexes(client, "Order", orders >= rebuildsFrom, onProgress, async () => {
        const lines: CopiedField[][] = [];
        const progress = (written: number) => onProgress("orders", written, orders);
        const rows = orderRows(demoOrders(orders, await someUsers(client)), lines);
        await write(client, "Order", Object.keys(orderColumns), rows, progress);
        await write(client, "OrderLine", lineColumns, lines);
      });
    }
    // The overview has counted past days already.
    if (events > 0) await client.query('DELETE FROM "DailyCount"');
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
  await prepareTables(databaseUrl);
}

/** Statistics for the planner, on a connection of its own: another has read the old targets. */
export async function prepareTables(databaseUrl: string): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    for (const table of ["User", "LastLogin", "Authenticator", "AuditEvent", "Order", "OrderLine"])
      await client.query(`VACUUM (ANALYZE) "${table}"`);
  } finally {
    await client.end();
  }
}

const userColumns: Record<string, (user: DemoUser) => CopiedField> = {
  id: (user) => user.id,
  email: (user) => user.email,
  emailVerified: (user) => user.createdAt,
  username: (user) => user.username,
  usernameKey: (user) => user.username.toLowerCase(),
  phone: (user) => user.phone,
  role: (user) => user.role,
  disabledAt: (user) => user.disabledAt,
  disabledReason: (user) => user.disabledReason,
  createdAt: (user) => user.createdAt,
  lastLoginAt: (user) => user.lastLoginAt,
};

function* userRows(users: Iterable<DemoUser>, owners: string[]): Generator<CopiedField[]> {
  const columns = Object.values(userColumns);
  for (const user of users) {
    if (user.hasPasskey) owners.push(user.id);
    yield columns.map((column) => column(user));
  }
}

const passkeyColumns = [
  "credentialID",
  "userId",
  "providerAccountId",
  "credentialPublicKey",
  "counter",
  "credentialDeviceType",
  "credentialBackedUp",
];

/** No device has it. */
function passkeyRow(userId: string): CopiedField[] {
  return [`demo-${userId}`, userId, `demo-${userId}`, "", 0, "singleDevice", false];
}

const eventColumns = ["at", "name", "actorId", "subjectId", "maskedIdentifier", "ip", "userAgent"] as const;

function* eventRows(count: number, userIds: string[]): Generator<CopiedField[]> {
  for (const event of demoEvents(count, userIds)) yield eventColumns.map((name) => event[name]);
}

const orderColumns: Record<string, (order: DemoOrder) => CopiedField> = {
  id: (order) => order.id,
  userId: (order) => order.userId,
  idempotencyKey: (order) => order.id,
  state: (order) => order.state,
  payment: () => "INVOICE",
  locale: () => "en",
  name: (order) => order.name,
  line1: (order) => order.line1,
  postalCode: (order) => order.postalCode,
  city: (order) => order.city,
  country: (order) => order.country,
  currency: () => shopConfig.currency,
  totalCents: (order) => order.totalCents,
  placedAt: (order) => order.placedAt,
  acceptedAt: (order) => order.acceptedAt,
  sentAt: (order) => order.sentAt,
  cancelledAt: (order) => order.cancelledAt,
};

const lineColumns = ["orderId", "position", "name", "quantity", "unitPriceCents"];

function* orderRows(orders: Iterable<DemoOrder>, lines: CopiedField[][]): Generator<CopiedField[]> {
  const columns = Object.values(orderColumns);
  for (const order of orders) {
    for (const [position, { name, quantity, unitPriceCents }] of order.lines.entries())
      lines.push([order.id, position, name, quantity, unitPriceCents]);
    yield columns.map((column) => column(order));
  }
}

async function someUsers(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "User" LIMIT 200000`);
  return rows.map(({ id }) => id);
}

async function nextNumber(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ highest: string | null }>(
    `SELECT max(substring("usernameKey" FROM '[^0-9]([0-9]{1,9})$')::int) AS highest FROM "User"`,
  );
  return Number(rows[0]?.highest ?? 0) + 1;
}

/** COPY FROM STDIN ends PGlite's server. */
async function isEmbedded(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ version: string }>("SELECT version()");
  return /emscripten|emcc|wasm/i.test(rows[0]?.version ?? "");
}

/** Drops plain indexes for the work, and builds them again: each of a million rows would write those of the search.
 * Those that enforce rules stay. */
export async function withoutIndexes(
  client: pg.ClientBase,
  table: string,
  isWorthIt: boolean,
  onProgress: Progress,
  work: () => Promise<void>,
): Promise<void> {
  if (!isWorthIt) return await work();
  const { rows: indexes } = await client.query<{ name: string; definition: string; targets: string }>(
    `SELECT quote_ident(c.relname) AS name, pg_get_indexdef(i.indexrelid) AS definition,
       (SELECT coalesce(string_agg(format('ALTER INDEX %I ALTER COLUMN %s SET STATISTICS %s', c.relname, attnum, attstattarget), ';'), '')
        FROM pg_attribute WHERE attrelid = c.oid AND attstattarget > 0) AS targets
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = $1::regclass AND NOT i.indisunique`,
    [`"${table}"`],
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await work();
  await client.query("SET LOCAL maintenance_work_mem = '512MB'");
  for (const [position, { definition, targets }] of indexes.entries()) {
    onProgress(`indexes of ${table}`, position, indexes.length);
    await client.query(definition);
    // What an index definition leaves out.
    await client.query(targets);
  }
  onProgress(`indexes of ${table}`, indexes.length, indexes.length);
}

type Asked = { query: <Row>(text: string) => Promise<{ rows: Row[] }> };

/** Refuses production, other machines, and databases with a user outside RFC 2606 and RFC 6761. */
export async function requireDemoDatabase(databaseUrl: string, client: Asked): Promise<void> {
  if (process.env.NODE_ENV === "production") throw new SetupProblem("NODE_ENV is production: no demo data there.");
  const { hostname, searchParams } = new URL(databaseUrl);
  // pg lets ?host= override the host.
  const host = searchParams.get("host") ?? hostname;
  if (!["localhost", "127.0.0.1", "::1", "[::1]"].includes(host)) {
    throw new SetupProblem(`DATABASE_URL names the host ${host}; demo data only goes into a database on this machine.`);
  }
  const { rows } = await client.query<{ isPerson: boolean }>(
    `SELECT EXISTS (SELECT FROM "User"
       WHERE "email" !~ '@(.*\\.)?(example\\.(com|net|org)|[^.@]+\\.(test|example|invalid|localhost))$') AS "isPerson"`,
  );
  if (rows[0]?.isPerson) {
    throw new SetupProblem(
      "This database holds a user with a real address, so it may hold more than demo data. Create another database for it.",
    );
  }
}
