import type { ClientBase } from "pg";
import { beforeEach, expect, it, vi } from "vitest";
import { db } from "./client";
import { keptPlan } from "./kept-plan";

const marked = { sql: `${keptPlan.sql} SELECT 1` };

let plans: typeof import("./kept-plan");
beforeEach(async () => {
  vi.resetModules();
  plans = await import("./kept-plan");
});

const connect = (isOwn: boolean) =>
  plans.noteServer({ processID: 7, query: async () => ({ rows: [{ isOwn }] }) } as unknown as ClientBase);

it("the server keeps the plan of a marked statement for its connection, and of no other", async () => {
  const [{ version } = { version: "" }] = await db().$queryRaw<{ version: string }[]>`SELECT version()`;
  const kept = await db().$transaction(async (transaction) => {
    await transaction.$queryRaw`${keptPlan} SELECT ${"marked here"}::text`;
    await transaction.$queryRaw`SELECT ${"not marked here"}::text`;
    return await transaction.$queryRaw`SELECT "name" FROM pg_prepared_statements WHERE "statement" ~ '/. kept plan .. SELECT .1::text'`;
  });
  // The embedded database has one session for all.
  expect(kept).toHaveLength(version.includes("emscripten") ? 0 : 1);
});

it("a name is the same for the same text only, and short enough for PostgreSQL", async () => {
  await connect(true);
  const name = plans.statementName(marked);
  expect(name).toMatch(/^shop_[0-9a-f]{32}$/);
  expect(plans.statementName({ ...marked })).toBe(name);
  expect(plans.statementName({ sql: `${marked.sql}, 2` })).not.toBe(name);
  expect(plans.statementName({ sql: "SELECT 1" })).toBe("");
});

it("behind a pool no statement has a name, not even once one connection seems direct", async () => {
  await connect(false);
  expect(plans.statementName(marked)).toBe("");
  await connect(true);
  expect(plans.statementName(marked)).toBe("");
});

it("names end when a connection turns out to be pooled", async () => {
  await connect(true);
  await connect(false);
  expect(plans.statementName(marked)).toBe("");
});
