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
