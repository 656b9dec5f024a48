import type { CsvField } from "./csv-line";
import { csvStream } from "./csv-stream";

/**
 * A CSV file as the answer to a request, for the one who asked alone: `name` and today's day (UTC) make its file name.
 * Columns and batches as `csvStream`.
 */
export function csvResponse(
  name: string,
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvField[])[]>,
): Response {
  const day = new Date().toISOString().slice(0, 10);
  return new Response(csvStream(columns, batches), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}-${day}.csv"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
