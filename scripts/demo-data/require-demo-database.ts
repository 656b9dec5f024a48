import { SetupProblem } from "@/scripts/processes/setup-problem";

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
