export type CsvField = string | number | boolean | Date | null;

/**
 * One line of CSV (RFC 4180), with its CRLF. Dates are written in ISO 8601, null as an empty field. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV Injection), since names are chosen by
 * strangers; a phone number in E.164 is a number even to a spreadsheet, and stays as it is.
 */
export function csvLine(fields: readonly CsvField[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}

function csvField(field: CsvField): string {
  if (field === null) return "";
  if (field instanceof Date) return field.toISOString();
  if (typeof field !== "string") return String(field);
  const isFormula = /^[=+\-@\t\r\n＝＋－＠]/.test(field.trimStart()) || /^[\t\r\n]/.test(field);
  const text = isFormula && !/^\+\d{1,15}$/.test(field) ? `'${field}` : field;
  return /[",\r\n']/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
