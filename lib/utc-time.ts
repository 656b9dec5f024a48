/** A moment as people read it in mails and pages, to the minute: "2026-11-23 14:02 UTC". */
export function utcTime(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
