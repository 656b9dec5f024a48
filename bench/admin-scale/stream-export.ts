// A process of its own: the most memory that it ever held is the export's. Run by export-memory.ts.

import { auditExportColumns, exportAuditEvents } from "@/lib/admin/export-audit-events";
import { type CsvField, csvStream } from "@/lib/csv/csv";
import { db } from "@/lib/db/client";
import { keptDays } from "@/lib/retention";
import { exportUsers, userCsvColumns, userCsvLines } from "@/lib/users/export-users";
import type { ExportName, MemoryReport } from "./export-memory";

const isUsers = process.argv[2] === ("users" satisfies ExportName);
/** A fifth of the trail: a million rows as well, which takes a minute and not five. */
const filter = { from: new Date(Date.now() - (keptDays.auditEvent / 5) * 86_400_000) };
const expected = isUsers
  ? await db().user.count()
  : await db().auditEvent.count({ where: { at: { gte: filter.from } } });
const peakKb = () => process.resourceUsage().maxRSS;
let rows = 0;
let tenthKb = 0;

/** Counts on the way into the file. */
async function* counted(batches: AsyncIterable<CsvField[][]>) {
  for await (const batch of batches) {
    yield batch;
    rows += batch.length;
    if (tenthKb === 0 && rows >= expected / 10) tenthKb = peakKb();
  }
}

const batches = isUsers ? userCsvLines(exportUsers({}, "newest")) : exportAuditEvents(filter, "en");
const startedAt = performance.now();
const reader = csvStream(isUsers ? userCsvColumns : auditExportColumns, counted(batches)).getReader();
while (!(await reader.read()).done);
await db().$disconnect();
const report: MemoryReport = { rows, seconds: (performance.now() - startedAt) / 1_000, tenthKb, wholeKb: peakKb() };
console.log(JSON.stringify(report));
