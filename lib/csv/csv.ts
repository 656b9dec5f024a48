export type CsvField = string | number | boolean | Date | null;

/**
 * One line of CSV (RFC 4180), with its CRLF. Every text is quoted. Dates are written in ISO 8601, null as an empty
 * field. An apostrophe goes before whatever a spreadsheet would take for a formula (OWASP, CSV Injection), since names
 * and User-Agents are chosen by strangers. A phone number in E.164 is a number even to a spreadsheet, and stays as it is.
 */
export function csvLine(fields: readonly CsvField[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}

/**
 * Where a cell may begin with a formula. A spreadsheet that separates by semicolons or tabs, as Excel does in much of
 * Europe, does not see our quotes: there a cell begins behind every such mark within a text, and behind a line break.
 */
const formulaStart = /(?<=^|[;,\t\r\n\v\f\u0085\u2028\u2029])(?=[\p{Zs}"]*[=+\-@＝＋－＠]|^[\t\r\n])/gu;

function csvField(field: CsvField): string {
  if (field === null) return "";
  if (field instanceof Date) return field.toISOString();
  if (typeof field !== "string") return String(field);
  const text = /^\+\d{1,15}$/.test(field) ? field : field.replace(formulaStart, "'");
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * A CSV file in UTF-8 as a stream: a byte order mark, a line of column names, then the rows of each batch. The next batch is read when the
 * receiver has taken the last, so memory holds one batch however long the file gets, and nothing is read for a receiver
 * who has gone.
 */
export function csvStream(
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvField[])[]>,
): ReadableStream<Uint8Array> {
  const chunks = encode(columns, batches);
  return new ReadableStream({
    async pull(controller) {
      const chunk = await chunks.next();
      if (chunk.done) controller.close();
      else controller.enqueue(chunk.value);
    },
    async cancel() {
      await chunks.return();
    },
  });
}

/** Without it Excel reads the file in the code page of the country, and é becomes Ã©. */
const byteOrderMark = "\uFEFF";

async function* encode(
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvField[])[]>,
): AsyncGenerator<Uint8Array, void, void> {
  const encoder = new TextEncoder();
  yield encoder.encode(byteOrderMark + csvLine(columns));
  for await (const rows of batches) yield encoder.encode(rows.map(csvLine).join(""));
}

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
