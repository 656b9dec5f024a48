import { z } from "zod";

type Position = { at: Date; id: string };

const dayMs = 86_400_000;

/** A text of a list's URL. PostgreSQL refuses NUL; names hold no control characters. `most`: in UTF-16 units. */
export function typedText(most: number) {
  return z
    .string()
    .max(1_000)
    .transform((text) =>
      text
        .replace(/\p{Cc}/gu, "")
        .trim()
        .slice(0, most),
    )
    .optional()
    .catch(undefined);
}

/** Within what PostgreSQL and Date both hold. */
const isStorableTime = (text: string) => text >= "1970" && text < "9999";

export const typedDay = z.iso.date().refine(isStorableTime).optional().catch(undefined);

/** Days are UTC; a range includes its last day. */
export function startOfDay(date: string | undefined, daysLater = 0): Date | undefined {
  return date === undefined ? undefined : new Date(Date.parse(date) + daysLater * dayMs);
}

/** The path with what was typed and the cursors; empty values are left out. */
export function listHref(path: string, ...values: Record<string, string | undefined>[]): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of values.flatMap(Object.entries<string | undefined>))
    if (value) parameters.set(name, value);
  return `${path}${parameters.size > 0 ? `?${parameters}` : ""}`;
}

/** The cursor of a row in the order of time and id. */
export function writePosition({ at, id }: Position): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");
}

const time = z.iso.datetime({ precision: 3 }).refine(isStorableTime);

/** Undefined unless written by `writePosition`. `most`: characters of the cursor. */
export function readPosition(typed: unknown, idSchema: z.ZodType<string>, most: number): Position | undefined {
  if (typeof typed !== "string" || typed.length > most) return undefined;
  const [, at, id] = /^(\S+) (.+)$/.exec(Buffer.from(typed, "base64url").toString("utf8")) ?? [];
  const read = z.object({ at: time, id: idSchema }).safeParse({ at, id });
  return read.success ? { at: new Date(read.data.at), id: read.data.id } : undefined;
}
