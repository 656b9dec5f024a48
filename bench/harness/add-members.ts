import { connect } from "@/prisma/connect";
import { withoutIndexes } from "@/scripts/demo-data/fill-database";

/** Below it, indexes are kept. */
const manyRows = 50_000;

/** Fills up to `count` members, member1@bench.example and so on. Gives how many were added. */
export async function addMembers(databaseUrl: string, count: number): Promise<number> {
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query<{ count: string }>(
      `SELECT count(*) FROM "User" WHERE "email" LIKE 'member%@bench.example'`,
    );
    const before = Number(rows[0]?.count);
    if (before >= count) return 0;
    await client.query("BEGIN");
    await withoutIndexes(
      client,
      "User",
      count - before >= manyRows,
      () => {},
      async () => {
        await client.query(
          `INSERT INTO "User" ("id", "email", "emailVerified", "username", "usernameKey", "phone")
         SELECT gen_random_uuid(), 'member' || n || '@bench.example', now(), 'member' || n, 'member' || n, '+14155552671'
         FROM generate_series($1::int, $2::int) n`,
          [before + 1, count],
        );
      },
    );
    await client.query("COMMIT");
    for (const table of ["User", "LastLogin"]) await client.query(`VACUUM (ANALYZE) "${table}"`);
    return count - before;
  } finally {
    await client.end();
  }
}
