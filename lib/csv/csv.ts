export type CsvField = string | number | boolean | Date | null;

/** One line (RFC 4180): all quoted, dates in ISO 8601. Escapes formulas (OWASP, CSV Injection); E.164 numbers stay. */
export function csvLine(fields: readonly CsvField[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}

/** Where a formula may start: with ";" or tabs as separator, Excel sees cells inside our quotes. */
const formulaStart = /(?<=^|[;,\t\r\n\v\f\u0085\u2028\u2029])(?=[\p{Zs}"]*[=+\-@＝＋－＠]|^[\t\r\n])/gu;

function csvField(field: CsvField): string {
  if (field === null) return "";
  if (field instanceof Date) return field.toISOString();
  if (typeof field !== "string") return String(field);
  const text = /^\+\d{1,15}$/.test(field) ? field : field.replace(formulaStart, "'");
  return `"${text.replaceAll('"', '""')}"`;
}

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

const byteOrderMark = "\uFEFF";

async function* encode(
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvField[])[]>,
): AsyncGenerator<Uint8Array, void, void> {
  const encoder = new TextEncoder();
  yield encoder.encode(byteOrderMark + csvLine(columns));
  for await (const rows of batches) yield encoder.encode(rows.map(csvLine).join(""));
}

/** Private; named by `name` and the day (UTC). */
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
