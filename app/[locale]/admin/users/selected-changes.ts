import { z } from "zod";
import type { Translations } from "@/lib/i18n/translator";
import { userPageSize } from "@/lib/users/list-users";

export const selectedChanges = ["disable", "enable", "sessions"] as const;

export type SelectedChange = (typeof selectedChanges)[number];

export function findSelectedChange(name: unknown): SelectedChange | null {
  return selectedChanges.find((change) => change === name) ?? null;
}

/** Unique ids, at most one page of the list. */
export function readSelected(values: unknown): string[] {
  const ids = [values].flat().filter((value) => z.uuid().safeParse(value).success) as string[];
  return [...new Set(ids)].slice(0, userPageSize);
}

const count = z.coerce.number().int().min(0).max(userPageSize);
const outcomeSchema = z.object({ did: z.string(), changed: count, left: count, untried: count.default(0) });

/** Null for invalid parameters. */
export function tellOutcome(
  parameters: Record<string, string | string[] | undefined>,
  t: Translations<"adminUsers">,
): string | null {
  const read = outcomeSchema.safeParse(parameters);
  const change = findSelectedChange(read.data?.did);
  if (!read.success || change === null) return null;
  const { changed, left, untried } = read.data;
  const sentences = [t(`selected.${change}.done`, { changed })];
  if (left > 0) sentences.push(t("selected.left", { left }));
  if (untried > 0) sentences.push(t("selected.untried", { untried }));
  return sentences.join(" ");
}
