import { z } from "zod";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { lastLogin } from "./user-filter";

/** The orders in which users are listed. "last-login" has the latest first, and who never logged in at the end. */
export const userOrders = ["newest", "oldest", "last-login", "username"] as const;
export type UserOrder = (typeof userOrders)[number];

/** A place in a list: what the user there is sorted by, and their id, which tells equal ones apart. */
export type UserCursor = { key: string; id: string };

const NEVER = "-infinity";
const moment = z.iso.datetime({ precision: 3 });
const keySchemas: Record<UserOrder, z.ZodType<string>> = {
  newest: moment,
  oldest: moment,
  "last-login": z.union([moment, z.literal(NEVER)]),
  username: z.string().regex(/^[a-z0-9._-]{1,100}$/),
};

const registered = { key: Prisma.sql`"createdAt"`, type: Prisma.sql`timestamptz` };
const keys: Record<UserOrder, { key: Prisma.Sql; type: Prisma.Sql; isDescending: boolean }> = {
  newest: { ...registered, isDescending: true },
  oldest: { ...registered, isDescending: false },
  "last-login": { key: lastLogin, type: Prisma.sql`timestamptz`, isDescending: true },
  username: { key: Prisma.sql`"usernameKey" COLLATE "C"`, type: Prisma.sql`text`, isDescending: false },
};

/** A direction through a list, in SQL. */
export type Walk = {
  /** What is sorted by. */
  key: Prisma.Sql;
  /** The ORDER BY of the table. */
  order: Prisma.Sql;
  /** The same for rows that carry what is sorted by as a column named "key". */
  orderByKey: Prisma.Sql;
  /** Whether a row comes after a place. */
  isAfter: (place: UserCursor) => Prisma.Sql;
  /** Whether a row comes before a place, or is it. */
  isUpTo: (place: UserCursor) => Prisma.Sql;
};

/** The way through a list from its beginning, or, backwards, from its end. */
export function walkInOrder(order: UserOrder, isBackwards = false): Walk {
  const { key, type, isDescending } = keys[order];
  const isDown = isDescending !== isBackwards;
  const direction = isDown ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const compare = (sign: Prisma.Sql, place: UserCursor) =>
    Prisma.sql`(${key}, "id") ${sign} (${place.key}::${type}, ${place.id}::uuid)`;
  return {
    key,
    order: Prisma.sql`${key} ${direction}, "id" ${direction}`,
    orderByKey: Prisma.sql`"key" ${direction}, "id" ${direction}`,
    isAfter: (place) => compare(isDown ? Prisma.sql`<` : Prisma.sql`>`, place),
    isUpTo: (place) => compare(isDown ? Prisma.sql`>=` : Prisma.sql`<=`, place),
  };
}

/** Where a user stands in a list. */
export function cursorOf(
  user: { id: string; username: string; createdAt: Date; lastLoginAt: Date | null },
  order: UserOrder,
): UserCursor {
  if (order === "username") return { key: user.username.toLowerCase(), id: user.id };
  if (order === "last-login") return { key: user.lastLoginAt?.toISOString() ?? NEVER, id: user.id };
  return { key: user.createdAt.toISOString(), id: user.id };
}

/** A place as it stands in a URL. It names its order, so that it is none in a list of another order. */
export function writeUserCursor(place: UserCursor, order: UserOrder): string {
  return Buffer.from(`${order} ${place.id} ${place.key}`).toString("base64url");
}

/** The place that `writeUserCursor` wrote for a list of this order; undefined for anything else. */
export function readUserCursor(text: unknown, order: UserOrder): UserCursor | undefined {
  if (typeof text !== "string" || text.length > 300) return undefined;
  const [writtenOrder, id, key, ...rest] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  if (writtenOrder !== order || rest.length > 0) return undefined;
  const place = z.object({ id: z.uuid(), key: keySchemas[order] }).safeParse({ id, key });
  return place.success ? place.data : undefined;
}

/** Who these users are, by their ids, in the order of their names. Ids of nobody are left out. */
export async function findUsers(ids: string[]): Promise<{ id: string; username: string; email: string }[]> {
  return await db().user.findMany({
    where: { id: { in: ids } },
    orderBy: [{ usernameKey: "asc" }],
    select: { id: true, username: true, email: true },
  });
}
