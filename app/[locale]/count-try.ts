/** What is called the previous state comes from the visitor, and may be anything. */
export function countTry(previous: { attempt?: unknown } | null | undefined): number {
  return Number.isSafeInteger(previous?.attempt) ? Number(previous?.attempt) + 1 : 1;
}
