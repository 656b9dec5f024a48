import { chmodSync } from "node:fs";
import { expect, it } from "vitest";
import { checkDatabase } from "@/lib/checks/check-database";
import { probeHeader } from "@/lib/checks/shop-probe";
import { seedCatalogue } from "@/prisma/seed";
import { type Fault, type Planted, startOldRedis, testFaults, type World, withRedis } from "@/test/doctor-parts";
import { eventSecret } from "@/test/event-receiver";
import { checkShop } from "./check-shop";

const source = (change: NodeJS.Dict<string>) => () => ({ source: change });

const sql =
  (change: string, back: string) =>
  async ({ database }: World) => {
    await database.sql(change);
    return { undo: () => database.sql(back) };
  };

/** A function of PostgreSQL answers something else to all sessions of this database. */
const pretend =
  (declaration: string, body: string) =>
  async ({ database: { name, sql: run } }: World) => {
    await run(`CREATE SCHEMA fake; CREATE FUNCTION fake.${declaration} LANGUAGE sql AS $$ SELECT ${body} $$;
    ALTER DATABASE ${name} SET search_path = public, fake, pg_catalog`);
    return { undo: () => run(`ALTER DATABASE ${name} RESET search_path; DROP SCHEMA fake CASCADE`) };
  };
const setting = (name: string, value: string) =>
  pretend(
    "current_setting(text) RETURNS text",
    `CASE $1 WHEN '${name}' THEN '${value}' ELSE pg_catalog.current_setting($1) END`,
  );

const redis =
  (name: string, value: string, back: string) =>
  async ({ redis: { url } }: World) => {
    await withRedis(url, (client) => client.configSet(name, value));
    return { undo: () => withRedis(url, (client) => client.configSet(name, back)) };
  };

const at =
  (name: "DATABASE_URL" | "REDIS_URL", change: Partial<Pick<URL, "username" | "password" | "pathname">>) =>
  ({ source: given }: World): Planted => {
    const url = Object.assign(new URL(given[name] ?? ""), change);
    return { source: { [name]: url.href } };
  };

const answers =
  (answer: World["shop"]["faults"]["answer"]) =>
  ({ shop }: World) => {
    shop.faults.answer = answer;
    return {};
  };
const behind =
  (hops: number) =>
  ({ shop }: World) => {
    shop.faults.hops = hops;
    return {};
  };

/** Past the trigger that keeps the last admin. */
const free = "SET session_replication_role = replica;";
const nobody = `${"0".repeat(27)}54321`;
const last = `(SELECT max(migration_name) FROM _prisma_migrations)`;
const history = (change: string, back: string) =>
  sql(
    `UPDATE _prisma_migrations SET ${change} WHERE migration_name = ${last}`,
    `UPDATE _prisma_migrations SET ${back} WHERE migration_name = ${last}`,
  );

const nowhere = { EVENTS_WEBHOOK_URL: "http://127.0.0.1:1/", EVENTS_WEBHOOK_SECRET: eventSecret };

const faults: Fault[] = [
  ["a missing variable", ["ENV_MISSING"], source({ SENDGRID_TEMPLATE_ID: "" })],
  ["no credentials of Twilio", ["ENV_MISSING"], source({ TWILIO_AUTH_TOKEN: "" })],
  ["a variable of the wrong form", ["ENV_INVALID"], source({ DAILY_SEND_BUDGET: "many" })],
  ["two problems at once", ["ENV_INVALID", "ENV_MISSING"], source({ SMS_COUNTRIES: "UK", SENDGRID_API_KEY: "" })],
  ["a misspelled variable", ["ENV_UNKNOWN"], source({ TWILIO_VERIFY_SERVICE_ID: `VA${nobody}` })],
  ["a secret that can be guessed", ["AUTH_SECRET_WEAK"], source({ AUTH_SECRET: "my-secret-".repeat(4) })],
  ["a secret without variety", ["AUTH_SECRET_WEAK"], source({ AUTH_SECRET: "abc".repeat(12) })],
  ["a missing location file", ["LOCATION_DATABASE_UNREADABLE"], source({ LOCATION_DATABASE: "/nowhere.mmdb" })],
  [
    "an .env that others can read",
    ["ENV_FILE_OPEN"],
    ({ envFile }) => {
      chmodSync(envFile, 0o644);
      return { undo: () => chmodSync(envFile, 0o600) };
    },
  ],
  ["a database that is down", ["DATABASE_UNREACHABLE"], source({ DATABASE_URL: "postgresql://shop@127.0.0.1:1/shop" })],
  ["a user that the database refuses", ["DATABASE_REFUSED"], at("DATABASE_URL", { username: "nobody" })],
  ["a database that does not exist", ["DATABASE_UNKNOWN"], at("DATABASE_URL", { pathname: "/nothing" })],
  ["an old PostgreSQL", ["DATABASE_TOO_OLD"], setting("server_version_num", "130011")],
  ["another encoding", ["DATABASE_ENCODING"], setting("server_encoding", "LATIN1")],
  ["a standby", ["DATABASE_READ_ONLY"], setting("transaction_read_only", "on")],
  [
    "a user without rights",
    ["DATABASE_RIGHTS"],
    async (world) => {
      const { name, sql: run } = world.database;
      await run(`CREATE ROLE ${name} LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${name}`);
      const planted = at("DATABASE_URL", { username: name })(world);
      return { ...planted, undo: () => run(`DROP OWNED BY ${name}; DROP ROLE ${name}`) };
    },
  ],
  [
    "a search without its index",
    ["DATABASE_SEARCH_SLOW"],
    sql('ALTER INDEX "User_search_idx" RENAME TO "other"', 'ALTER INDEX "other" RENAME TO "User_search_idx"'),
  ],
  [
    "pools that are too big together",
    ["DATABASE_POOL"],
    () => ({ source: { DATABASE_POOL_SIZE: "100" }, options: { instances: 3 } }),
  ],
  ["a pooler in between", ["DATABASE_POOLED"], pretend("inet_server_port() RETURNS int", "6432")],
  ["a migration to apply", ["MIGRATIONS_PENDING"], history("rolled_back_at = now()", "rolled_back_at = NULL")],
  ["an unfinished migration", ["MIGRATION_UNFINISHED"], history("finished_at = NULL", "finished_at = now()")],
  [
    "an edited migration",
    ["MIGRATION_EDITED"],
    history("checksum = reverse(checksum)", "checksum = reverse(checksum)"),
  ],
  [
    "a database of a later version",
    ["MIGRATIONS_NEWER"],
    sql(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_x', now())",
      "DELETE FROM _prisma_migrations WHERE id = 'x'",
    ),
  ],
  [
    "an empty catalogue",
    ["CATALOGUE_EMPTY"],
    async ({ database }) => {
      await database.sql('DELETE FROM "Product"');
      return { undo: () => seedCatalogue(database.url) };
    },
  ],
  [
    "no admin",
    ["ADMIN_MISSING"],
    sql(`${free} UPDATE "User" SET role = 'CUSTOMER'`, `${free} UPDATE "User" SET role = 'ADMIN'`),
  ],
  [
    "an admin whose only passkey may be a copy",
    ["ADMIN_WITHOUT_PASSKEY"],
    sql(
      `UPDATE "Authenticator" SET "cloneSuspectedAt" = now()`,
      `UPDATE "Authenticator" SET "cloneSuspectedAt" = NULL`,
    ),
  ],
  [
    "a daily job that stopped",
    ["DAILY_JOB_LATE"],
    sql(`UPDATE "JobRun" SET "finishedAt" = now() - interval '37 hours'`, `UPDATE "JobRun" SET "finishedAt" = now()`),
  ],
  [
    "a receiver that has stopped taking events",
    ["EVENTS_FAIL"],
    async ({ database }) => {
      await database.sql(
        `INSERT INTO "EventStream" ("stream", "deliveredId", "failingSince") VALUES ('webhook', 0, now())`,
      );
      return { source: nowhere, undo: () => database.sql('DELETE FROM "EventStream"') };
    },
  ],
  ["a receiver that is down", ["EVENTS_NOT_TAKEN"], () => ({ source: nowhere, options: { sendsEvent: true } })],
  ["a test event without a receiver", ["EVENTS_NOT_SET"], () => ({ options: { sendsEvent: true } })],
  [
    "mails that stay in the outbox",
    ["MAILS_WAIT"],
    sql(
      `INSERT INTO "OutboxMail" (id, key, kind, "maskedAddress", address, "createdAt") VALUES
        (gen_random_uuid(), 'x', 'x', 'x', 'x@shop.example', now() - interval '2 hours')`,
      'DELETE FROM "OutboxMail"',
    ),
  ],
  [
    "a database whose clock is wrong",
    ["CLOCK_DATABASE"],
    pretend("clock_timestamp() RETURNS timestamptz", "pg_catalog.clock_timestamp() + interval '90 seconds'"),
  ],
  [
    "a shop whose clock is wrong",
    ["CLOCK_SHOP"],
    answers(async (_, own) => {
      const answer = await own();
      const text = await answer.text();
      return new Response(text.replace(/"now":"[^"]*"/, `"now":"${new Date(Date.now() - 60_000).toISOString()}"`));
    }),
  ],
  [
    "clocks here that are all wrong",
    ["CLOCK_DATABASE", "CLOCK_HERE", "CLOCK_SHOP"],
    async ({ account: emulator }) => {
      const headers = { Date: new Date(Date.now() + 120_000).toUTCString() };
      await emulator.addFault({ match: { method: "HEAD" }, action: { status: 401, headers } });
      return {};
    },
  ],
  ["a Redis that is down", ["REDIS_UNREACHABLE"], source({ REDIS_URL: "redis://127.0.0.1:1" })],
  ["a wrong password of Redis", ["REDIS_REFUSED"], at("REDIS_URL", { username: "wrong", password: "wrong" })],
  ["a Redis that evicts", ["REDIS_EVICTS"], redis("maxmemory-policy", "allkeys-lru", "noeviction")],
  ["a Redis that keeps nothing", ["REDIS_NOT_PERSISTENT"], redis("save", "", "86400 1000000")],
  ["a Redis that is nearly full", ["REDIS_NEARLY_FULL"], redis("maxmemory", "1000000", "0")],
  [
    "a replica",
    ["REDIS_READ_ONLY"],
    async ({ redis: { url } }) => {
      await withRedis(url, (client) => client.sendCommand(["REPLICAOF", "127.0.0.1", "1"]));
      return { undo: () => withRedis(url, (client) => client.sendCommand(["REPLICAOF", "NO", "ONE"])) };
    },
  ],
  [
    "an old Redis, whose host forbids CONFIG",
    ["REDIS_PERSISTENCE_HIDDEN", "REDIS_TOO_OLD"],
    async () => {
      const old = await startOldRedis("6.0.16");
      return { source: { REDIS_URL: old.url }, undo: old.stop };
    },
  ],
  ["a shop that is down", ["SHOP_UNREACHABLE"], answers(() => Promise.reject(new Error("down")))],
  [
    "a port without TLS",
    ["SENDGRID_WEBHOOK_MISSING", "SHOP_TLS", "STRIPE_WEBHOOK_MISSING"],
    ({ source: given }) => ({ source: { APP_URL: given.APP_URL?.replace("http:", "https:") } }),
  ],
  [
    "an address that redirects",
    ["SHOP_REDIRECTS"],
    answers(async () => Response.redirect("http://www.localhost/", 301)),
  ],
  ["a proxy without a shop", ["SHOP_FAILS"], answers(async () => new Response("Bad gateway", { status: 502 }))],
  ["another web page", ["SHOP_IS_ANOTHER"], answers(async () => new Response("<h1>Welcome to nginx!</h1>"))],
  [
    "a shop that runs with another secret",
    ["SHOP_SECRET_DIFFERS"],
    answers(async (request, own) => {
      request.headers[probeHeader] = "0 192.0.2.1 forged";
      return await own();
    }),
  ],
  [
    "a shop that cannot serve",
    ["SHOP_NOT_READY"],
    answers(async ({ url }, own) =>
      url?.endsWith("ready") ? Response.json({ status: "not-ready", redis: "down" }, { status: 503 }) : await own(),
    ),
  ],
  [
    "a server that cannot reach itself",
    ["SHOP_CANNOT_REACH_ITSELF"],
    answers(async ({ headers, url }, own) =>
      headers[probeHeader] || url?.endsWith("ready") ? await own() : new Response(null, { status: 504 }),
    ),
  ],
  ["a trusted proxy that is not there", ["PROXY_HOPS_TOO_MANY"], behind(0)],
  ["a proxy that is not trusted", ["PROXY_HOPS_TOO_FEW"], behind(2)],
];

testFaults("what doctor finds in the shop's own parts", faults);

it("names a host that does not exist", async () => {
  const { findings } = await checkShop("https://shop.invalid");
  expect(findings.map(({ code }) => code)).toEqual(["SHOP_HOST_UNKNOWN"]);
});

it("names a connection without TLS over the internet, and none in a private network", async () => {
  const facts = { version: 160_000, encoding: "UTF8", slots: 97, port: 5432, isEncrypted: false, now: new Date() };
  const ask = async <Row>(statement: string) => (statement.includes("server_version") ? [facts] : []) as Row[];
  const find = async (host: string) => {
    const url = `postgresql://shop@${host}/shop`;
    const { findings } = await checkDatabase(ask, { url, poolSize: 10, instances: 1 });
    return findings.map(({ code }) => code);
  };
  expect(await find("db.shop.example")).toContain("DATABASE_NOT_ENCRYPTED");
  expect(await find("10.0.0.5")).not.toContain("DATABASE_NOT_ENCRYPTED");
});
