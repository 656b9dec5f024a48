import { Pool } from "pg";

const batchSize = 50_000;

/** Fills up to `count` members, member1@bench.example and so on. Gives how many were added. */
export async function addMembers(databaseUrl: string, count: number): Promise<number> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const { rows } = await pool.query<{ count: string }>(
      `SELECT count(*) FROM "User" WHERE "email" LIKE 'member%@bench.example'`,
    );
    const before = Number(rows[0]?.count);
    for (let from = before + 1; from <= count; from += batchSize) {
      await pool.query(
        `INSERT INTO "User" ("id", "email", "emailVerified", "username", "usernameKey", "phone")
         SELECT gen_random_uuid(), 'member' || n || '@bench.example', now(), 'member' || n, 'member' || n, '+14155552671'
         FROM generate_series($1::int, $2::int) n`,
        [from, Math.min(from + batchSize - 1, count)],
      );
    }
    await pool.query(`ANALYZE "User"`);
    return Math.max(0, count - before);
  } finally {
    await pool.end();
  }
}
