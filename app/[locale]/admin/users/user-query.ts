import { z } from "zod";
import type { Translations } from "@/lib/i18n/translator";
import type { UserCount } from "@/lib/users/list-users";
import { roles } from "@/lib/users/roles";
import type { UserFilter } from "@/lib/users/user-filter";
import { readUserCursor, type UserCursor, type UserOrder, userOrders, writeUserCursor } from "@/lib/users/user-order";

const DAY_MS = 86_400_000;

// PostgreSQL refuses NUL; names hold no control characters.
const searchText = z
  .string()
  .max(1_000)
  .transform((text) =>
    text
      .replace(/\p{Cc}/gu, "")
      .trim()
      .slice(0, 100),
  );
const day = z.iso
  .date()
  .refine((text) => text >= "1970" && text < "9999")
  .optional()
  .catch(undefined);
const fieldsSchema = z.object({
  q: searchText.optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  status: z.enum(["active", "disabled"]).optional().catch(undefined),
  passkey: z.enum(["yes", "no"]).optional().catch(undefined),
  "registered-from": day,
  "registered-to": day,
  login: z.literal("never").optional().catch(undefined),
  "login-from": day,
  "login-to": day,
  sort: z.enum(userOrders).optional().catch(undefined),
});

export type UserFields = z.output<typeof fieldsSchema>;

/** From the URL, so that a list can be shared. */
export type UserQuery = { fields: UserFields; after?: UserCursor | undefined; before?: UserCursor | undefined };

export function readUserQuery(searchParams: Record<string, string | string[] | undefined>): UserQuery {
  const fields = fieldsSchema.parse(searchParams);
  const order = orderOf(fields);
  const after = readUserCursor(searchParams.after, order);
  return { fields, after, before: after ? undefined : readUserCursor(searchParams.before, order) };
}

export function orderOf({ sort }: UserFields): UserOrder {
  return sort ?? "newest";
}

/** Days are UTC; a range includes its last day. */
export function filterOf(fields: UserFields): UserFilter {
  return {
    search: fields.q || undefined,
    role: fields.role,
    status: fields.status,
    hasPasskey: fields.passkey && fields.passkey === "yes",
    registeredFrom: startOf(fields["registered-from"]),
    registeredBefore: startOf(fields["registered-to"], 1),
    hasNeverLoggedIn: fields.login === "never" || undefined,
    lastLoginFrom: startOf(fields["login-from"]),
    lastLoginBefore: startOf(fields["login-to"], 1),
  };
}

export function isFiltered(fields: UserFields): boolean {
  return Object.entries(fields).some(([name, value]) => name !== "sort" && Boolean(value));
}

export function userListHref({ fields, after, before }: UserQuery, path = "/admin/users"): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value) parameters.set(name, value);
  if (after) parameters.set("after", writeUserCursor(after, orderOf(fields)));
  if (before) parameters.set("before", writeUserCursor(before, orderOf(fields)));
  return `${path}${parameters.size > 0 ? `?${parameters}` : ""}`;
}

function startOf(date: string | undefined, daysLater = 0): Date | undefined {
  return date === undefined ? undefined : new Date(Date.parse(date) + daysLater * DAY_MS);
}

const kinds = { exact: "exact", estimate: "estimate", "more than": "moreThan" } as const;

/** `shown` and `fitting` make a line, `users` a part of a sentence. */
export function tellUserCount(
  { kind, count }: UserCount,
  place: "shown" | "fitting" | "users",
  t: Translations<"adminUsers">,
): string {
  return t(`${place}.${kinds[kind]}`, { count });
}
