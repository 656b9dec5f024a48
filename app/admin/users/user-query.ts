import { z } from "zod";

const uuid = z.uuid().optional().catch(undefined);
const querySchema = z.object({
  search: z.string().trim().max(100).optional().catch(undefined),
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
