const expired = new Map<string, number>();

/** As `revalidatePath` within requests: pages made before a time (in ms) are made again. */
export function expirePages(paths: readonly string[], before: number): void {
  for (const path of paths) expired.set(`_N_T_${path}/page`, before);
}

export function isExpired(page: { lastModified?: number; value: object | null }): boolean {
  const { lastModified = 0, value } = page;
  const headers = value !== null && "headers" in value ? (value.headers as Record<string, unknown>) : undefined;
  const tags = String(headers?.["x-next-cache-tags"]);
  return [...expired].some(([tag, before]) => lastModified < before && tags.includes(tag));
}
