import { once } from "node:events";
import { finished } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
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

/** Bytes that are handed on at once. */
const CHUNK_LENGTH = 256 * 1024;

/** Writes rows into a table by COPY, in its text format, as fast as the server takes them. */
export const copyRows: RowWriter = async (client, table, columns, rows, onProgress = () => {}) => {
  const stream = client.query(copyFrom(`COPY "${table}" (${columnList(columns)}) FROM STDIN`));
  const done = finished(stream);
  // A fault is thrown where it is awaited below, and must not end the process before that.
  done.catch(() => {});
  let chunk = "";
  let written = 0;
  for (const row of rows) {
    chunk += `${row.map(copyField).join("\t")}\n`;
    written++;
    if (chunk.length < CHUNK_LENGTH) continue;
    if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), done]);
    chunk = "";
    onProgress(written);
  }
  stream.end(chunk);
  await done;
  onProgress(written);
  return written;
};

/** A field in COPY's text format (PostgreSQL manual, COPY, Text Format). */
export function copyField(field: CopiedField): string {
  if (field === null) return "\\N";
  if (field instanceof Date) return field.toISOString();
  if (typeof field === "boolean") return field ? "t" : "f";
  return String(field).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
}
