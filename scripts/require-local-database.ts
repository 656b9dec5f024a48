/** Throws unless the database is on this machine: tests write and delete, and must never reach a shared one. */
export function requireLocalDatabase(databaseUrl: string): void {
  const { hostname, searchParams } = new URL(databaseUrl);
  // pg lets ?host= overrule the host before the slash.
  const host = searchParams.get("host") ?? hostname;
  if (!["localhost", "127.0.0.1", "::1", "[::1]"].includes(host)) {
    throw new Error(`TEST_DATABASE_URL names the host ${host}; tests only run against a database on this machine.`);
  }
}
