import { resolve } from "node:path";
import { findPostgres, HOW_TO_GET_POSTGRES } from "@/scripts/find-postgres";
import { type NativePostgres, startNativePostgres } from "@/scripts/native-postgres";
import { SetupProblem } from "@/scripts/setup-problem";

/**
 * The database of BENCH_DATABASE_URL, or a native PostgreSQL whose data stays in .data/bench-postgres for the next run.
 * It keeps pages in 1 GB of memory: PostgreSQL's manual advises a quarter of the machine's ("Resource Consumption").
 */
export async function startBenchPostgres(): Promise<Pick<NativePostgres, "url" | "stop">> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const programs = findPostgres();
  if (programs === null)
    throw new SetupProblem(`${HOW_TO_GET_POSTGRES} Or set BENCH_DATABASE_URL to an empty database.`);
  return await startNativePostgres(programs, resolve(".data/bench-postgres"), { shared_buffers: "1GB" });
}
