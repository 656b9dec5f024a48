import type pg from "pg";

export type CopiedField = string | number | boolean | Date | null;

/** Writes rows into a table and gives how many; tells on the way how many are written. */
export type RowWriter = (
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopiedField[]>,
  onProgress?: (written: number) => void,
) => Promise<number>;

/** The names of columns, as they stand in a statement. */
export function columnList(columns: readonly string[]): string {
  return columns.map((name) => `"${name}"`).join(", ");
}
