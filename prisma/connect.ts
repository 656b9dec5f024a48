import pg from "pg";

/** Why the database could not be reached, in a sentence that leaves the password out. */
class ConnectionProblem extends Error {
  override name = "ConnectionProblem";
}

/** Opens one connection for a script. The caller ends it. */
export async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const cause = error instanceof AggregateError ? error.errors[0] : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConnectionProblem(
      `The database at ${addressOf(databaseUrl)} does not let us in (${reason}). Is it running, and is DATABASE_URL right?`,
    );
  }
}

function addressOf(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return "an address that cannot be read";
  const url = new URL(databaseUrl);
  return `${url.host}${url.pathname}`;
}
