import { z } from "zod";
import { userPageSize } from "@/lib/users/list-users";

/** What can be done to several users at once, in the words of its button, its question and its outcome. */
export const selectedChanges = {
  disable: {
    button: "Disable",
    ask: "Disable these accounts?",
    submit: "Disable them",
    one: "is disabled",
    many: "are disabled",
  },
  enable: {
    button: "Enable",
    ask: "Let these users in again?",
    submit: "Enable them",
    one: "is open again",
    many: "are open again",
  },
  sessions: {
    button: "End all sessions",
    ask: "Log these users out everywhere?",
    submit: "Log them out",
    one: "is logged out everywhere",
    many: "are logged out everywhere",
  },
} as const;

export type SelectedChange = keyof typeof selectedChanges;

export function findSelectedChange(name: unknown): SelectedChange | null {
  return typeof name === "string" && Object.hasOwn(selectedChanges, name) ? (name as SelectedChange) : null;
}

/** The users that an address or a form names: ids alone, each once, no more than a page of the list has. */
export function readSelected(values: unknown): string[] {
  const ids = [values].flat().filter((value) => z.uuid().safeParse(value).success) as string[];
  return [...new Set(ids)].slice(0, userPageSize);
}

const count = z.coerce.number().int().min(0).max(userPageSize);
const outcomeSchema = z.object({ did: z.string(), changed: count, left: count, untried: count.default(0) });

/** What a list says after a change to several users, by four parameters of its address; null where they are odd. */
export function tellOutcome(parameters: Record<string, string | string[] | undefined>): string | null {
  const read = outcomeSchema.safeParse(parameters);
  const change = findSelectedChange(read.data?.did);
  if (!read.success || change === null) return null;
  const { changed, left, untried } = read.data;
  const { one, many } = selectedChanges[change];
  const done = changed === 1 ? `One account ${one}.` : `${changed === 0 ? "No" : changed} accounts ${many}.`;
  const sentences = [done];
  if (left > 0) {
    const others = left === 1 ? "One was left as it was: it is" : `${left} were left as they were: they are`;
    sentences.push(`${others} gone, like that already, or your own.`);
  }
  if (untried > 0) {
    const rest = untried === 1 ? "One was" : `${untried} were`;
    sentences.push(`${rest} not tried, since your passkey has to confirm anew. Choose them again.`);
  }
  return sentences.join(" ");
}
