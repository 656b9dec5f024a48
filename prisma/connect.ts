import pg from "pg";

/** Without the password. */
class ConnectionProblem extends Error {
  override name = "ConnectionProblem";
}

/** The caller ends it. */
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
