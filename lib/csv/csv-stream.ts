import { type CsvField, csvLine } from "./csv-line";

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
