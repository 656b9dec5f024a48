import { z } from "zod";

// PostgreSQL has no NUL in texts, and no name holds a control character.
const searchText = z
  .string()
  .max(1_000)
  .transform((text) =>
    text
      .replace(/\p{Cc}/gu, "")
      .trim()
      .slice(0, 100),
  );
const uuid = z.uuid().optional().catch(undefined);
const querySchema = z.object({
  search: searchText.optional().catch(undefined),
  after: uuid,
  before: uuid,
});

/** What the users page was asked to show. Lives in the URL, so that a list can be shared; anything odd is left out. */
export type UserQuery = z.output<typeof querySchema>;

export function readUserQuery(searchParams: Record<string, string | string[] | undefined>): UserQuery {
  return querySchema.parse({ search: searchParams.q, after: searchParams.after, before: searchParams.before });
}

export function userListHref({ search, after, before }: UserQuery): string {
  const parameters = new URLSearchParams();
  if (search) parameters.set("q", search);
  if (after) parameters.set("after", after);
  if (before) parameters.set("before", before);
  return `/admin/users${parameters.size > 0 ? `?${parameters}` : ""}`;
}
