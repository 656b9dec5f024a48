import { z } from "zod";
import { listHref, startOfDay, typedDay, typedText } from "@/app/[locale]/admin/list-query";
import type { Translations } from "@/lib/i18n/translator";
import type { UserCount } from "@/lib/users/list-users";
import { roles } from "@/lib/users/roles";
import type { UserFilter } from "@/lib/users/user-filter";
import { readUserCursor, type UserCursor, type UserOrder, userOrders, writeUserCursor } from "@/lib/users/user-order";

const fieldsSchema = z.object({
  q: typedText(100),
  role: z.enum(roles).optional().catch(undefined),
  status: z.enum(["active", "disabled"]).optional().catch(undefined),
  passkey: z.enum(["yes", "no"]).optional().catch(undefined),
  "registered-from": typedDay,
  "registered-to": typedDay,
  login: z.literal("never").optional().catch(undefined),
  "login-from": typedDay,
  "login-to": typedDay,
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

export function filterOf(fields: UserFields): UserFilter {
  return {
    search: fields.q || undefined,
    role: fields.role,
    status: fields.status,
    hasPasskey: fields.passkey && fields.passkey === "yes",
    registeredFrom: startOfDay(fields["registered-from"]),
    registeredBefore: startOfDay(fields["registered-to"], 1),
    hasNeverLoggedIn: fields.login === "never" || undefined,
    lastLoginFrom: startOfDay(fields["login-from"]),
    lastLoginBefore: startOfDay(fields["login-to"], 1),
  };
}

export function isFiltered(fields: UserFields): boolean {
  return Object.entries(fields).some(([name, value]) => name !== "sort" && Boolean(value));
}

export function userListHref({ fields, after, before }: UserQuery, path = "/admin/users"): string {
  const order = orderOf(fields);
  return listHref(path, fields, {
    after: after && writeUserCursor(after, order),
    before: before && writeUserCursor(before, order),
  });
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
