/** A page of rows read by keyset, up to one more than `size`, in the order of the walk. `hasPlace`: from a cursor on. */
export function cutPage<Row>(
  rows: Row[],
  size: number,
  { isBackwards, hasPlace }: { isBackwards: boolean; hasPlace: boolean },
): { page: Row[]; hasPrevious: boolean; hasNext: boolean } {
  const hasMore = rows.length > size;
  const page = rows.slice(0, size);
  if (isBackwards) page.reverse();
  return { page, hasPrevious: isBackwards ? hasMore : hasPlace, hasNext: isBackwards || hasMore };
}
