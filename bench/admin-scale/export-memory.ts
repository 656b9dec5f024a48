import { execFile } from "node:child_process";
import { promisify } from "node:util";

const exports = ["users", "audit"] as const;
export type ExportName = (typeof exports)[number];

/** What a child process prints: the rows it has read, and the most memory it ever held, after a tenth and at the end. */
export type MemoryReport = { rows: number; seconds: number; tenthKb: number; wholeKb: number };

/** What the whole may take beyond the tenth. A file kept in memory would take a hundred and more. */
const mostGrowthKb = 16 * 1_024;
/** V8 would otherwise let garbage pile up on a large machine; a small one has no more. What is kept must fit in it. */
const heapMb = 64;

/** Streams whole exports in a process each, and gives their peak resident memory after a tenth of the rows and at the end. */
export async function exportMemory(databaseUrl: string): Promise<string[]> {
  const lines = [
    `Peak resident memory of a process that exports with a heap of ${heapMb} MB, after a tenth of the rows and at the end.`,
  ];
  for (const name of exports) {
    const args = [
      `--max-old-space-size=${heapMb}`,
      "scripts/bootstrap.mjs",
      "bench/admin-scale/stream-export.ts",
      name,
    ];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      env: { ...process.env, DATABASE_URL: databaseUrl },
    });
    const { rows, seconds, tenthKb, wholeKb } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as MemoryReport;
    const [tenth, whole] = [tenthKb, wholeKb].map((kb) => `${Math.round(kb / 1_024)} MB`);
    const isConstant = wholeKb - tenthKb <= mostGrowthKb;
    if (!isConstant) process.exitCode = 1;
    lines.push(
      `${name.padEnd(6)} ${rows.toLocaleString("en").padStart(9)} rows in ${seconds.toFixed(0)} s   ${tenth} → ${whole}   ${isConstant ? "constant" : "GROWS"}`,
    );
  }
  return lines;
}
