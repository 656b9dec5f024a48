/** "15 to 22% less", or without figures when there are none. */
export function savingInWords(saving: { least: number; most: number } | null): string {
  if (saving === null || saving.most < 1) return "less";
  if (saving.least === saving.most || saving.least < 1) return `up to ${saving.most}% less`;
  return `${saving.least} to ${saving.most}% less`;
}
