import { db } from "@/lib/db/client";
import type { Role } from "./roles";

/** Users on one page of the list. */
export const userPageSize = 25;

/** A user as the dashboard lists it. */
export type UserRow = {
  id: string;
  username: string;
  email: string;
  phone: string;
  role: Role;
  isDisabled: boolean;
  createdAt: Date;
  lastLoginAt: Date | null;
};

export type UserPage = { users: UserRow[]; next: string | null; previous: string | null };

/**
 * One page of users, newest first, found by any part of username, email or phone.
 * Keyset paging: `after` (or `before`) is the id of a user on the edge of a page, so a deep page costs as little as
 * the first. Ids are UUID version 7 (RFC 9562), so their order is the order of creation.
 */
export async function listUsers(query: { search?: string; after?: string; before?: string }): Promise<UserPage> {
  const search = query.search?.trim().slice(0, 100);
  const backwards = query.before !== undefined;
  const edge = backwards ? { gt: query.before } : query.after !== undefined ? { lt: query.after } : undefined;
  const rows = await db().user.findMany({
    where: {
      ...(edge ? { id: edge } : {}),
      ...(search ? { OR: searchConditions(search) } : {}),
    },
    orderBy: { id: backwards ? "asc" : "desc" },
    take: userPageSize + 1,
    select: {
      id: true,
      username: true,
      email: true,
      phone: true,
      role: true,
      disabledAt: true,
      createdAt: true,
      lastLoginAt: true,
    },
  });
  const hasMore = rows.length > userPageSize;
  const page = rows.slice(0, userPageSize);
  if (backwards) page.reverse();
  const users = page.map(({ disabledAt, ...user }) => ({ ...user, isDisabled: disabledAt !== null }));
  return {
    users,
    next: (backwards ? users.length > 0 : hasMore) ? (users.at(-1)?.id ?? null) : null,
    previous: (backwards ? hasMore : query.after !== undefined) ? (users[0]?.id ?? null) : null,
  };
}

function searchConditions(search: string) {
  // Prisma hands % and _ on as wildcards.
  const contains = { contains: search.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
  const digits = search.replace(/[\s().-]/g, "");
  return [
    { username: contains },
    { email: contains },
    ...(/^\+?\d{3,}$/.test(digits) ? [{ phone: { contains: digits } }] : []),
  ];
}
