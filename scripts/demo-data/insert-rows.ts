import { type CopiedField, columnList, type RowWriter } from "./row-writer";

/** Rows in one statement. */
const batchSize = 1_000;

/** As `copyRows`, by INSERT, for a server that has no COPY FROM STDIN. */
export const insertRows: RowWriter = async (client, table, columns, rows, onProgress = () => {}) => {
  const names = columnList(columns);
  const insert = `INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`;
  let written = 0;
  let batch: Record<string, CopiedField>[] = [];
  const flush = async () => {
    await client.query(insert, [JSON.stringify(batch)]);
    written += batch.length;
    batch = [];
    onProgress(written);
  };
  for (const row of rows) {
    batch.push(Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null])));
    if (batch.length === batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  return written;
};
