import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

const batchSize = 1_000;

/** For a server without COPY FROM STDIN. */
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

const CHUNK_LENGTH = 256 * 1024;

export const copyRows: RowWriter = async (client, table, columns, rows, onProgress = () => {}) => {
  const stream = client.query(copyFrom(`COPY "${table}" (${columnList(columns)}) FROM STDIN`));
  const done = finished(stream);
  // Thrown below, where it is awaited.
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

export type CopiedField = string | number | boolean | Date | null;

/** Writes rows into a table and gives how many; tells on the way how many are written. */
type RowWriter = (
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopiedField[]>,
  onProgress?: (written: number) => void,
) => Promise<number>;

function columnList(columns: readonly string[]): string {
  return columns.map((name) => `"${name}"`).join(", ");
}

const WIDTH = 30;
const MOST_OFTEN_MS = 100;

/** In place on a terminal, else a line per tenth. */
export function progressBar(out: { isTTY?: boolean; write: (text: string) => unknown }) {
  let shownAt = 0;
  let shown = "";
  return {
    show(what: string, done: number, total: number): void {
      const share = total === 0 ? 1 : done / total;
      const isDone = done === total;
      if (out.isTTY) {
        if (!isDone && Date.now() - shownAt < MOST_OFTEN_MS) return;
        shownAt = Date.now();
        const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
        out.write(`\r\x1b[K${bar} ${percent(share)} ${what} ${done.toLocaleString("en")}${isDone ? "\n" : ""}`);
        return;
      }
      const line = `${what} ${percent(Math.floor(share * 10) / 10)}\n`;
      if (line !== shown) out.write(line);
      shown = line;
    },
    end(): void {
      if (out.isTTY) out.write("\x1b[K");
    },
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** In [0, 1), repeatable (mulberry32). */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pickWeighted<Value>(random: () => number, values: readonly (readonly [Value, number])[]): Value {
  const total = values.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [value, weight] of values) {
    left -= weight;
    if (left < 0) return value;
  }
  return (values.at(-1) as readonly [Value, number])[0];
}

export function pick<Value>(random: () => number, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value;
}

/** RFC 9562, version 7, at a moment. */
export function uuid7(random: () => number, at: number): string {
  const time = Math.floor(at).toString(16).padStart(12, "0");
  const hex = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  const variant = (8 + Math.floor(random() * 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`;
}
