import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";

export const userOrders = ["newest", "oldest", "last-login", "username"] as const;

export type UserOrder = (typeof userOrders)[number];

/** The user's sort key, and the id as a tie-break. */
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

/** `tie` and `key` are of one index. */
const keys: Record<UserOrder, { key: Prisma.Sql; type: Prisma.Sql; isDescending: boolean; tie?: Prisma.Sql }> = {
  newest: { ...registered, isDescending: true },
  oldest: { ...registered, isDescending: false },
  "last-login": { key: Prisma.sql`"at"`, type: Prisma.sql`timestamptz`, isDescending: true, tie: Prisma.sql`"userId"` },
  username: { key: Prisma.sql`"usernameKey" COLLATE "C"`, type: Prisma.sql`text`, isDescending: false },
};

export type Walk = {
  key: Prisma.Sql;
  order: Prisma.Sql;
  orderByKey: Prisma.Sql;
  isAfter: (place: UserCursor) => Prisma.Sql;
  /** Before the place, or at it. */
  isUpTo: (place: UserCursor) => Prisma.Sql;
};

export function walkInOrder(order: UserOrder, isBackwards = false): Walk {
  const { key, type, isDescending, tie = Prisma.sql`"id"` } = keys[order];
  const isDown = isDescending !== isBackwards;
  const direction = isDown ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const compare = (sign: Prisma.Sql, place: UserCursor) =>
    Prisma.sql`(${key}, ${tie}) ${sign} (${place.key}::${type}, ${place.id}::uuid)`;
  return {
    key,
    order: Prisma.sql`${key} ${direction}, ${tie} ${direction}`,
    orderByKey: Prisma.sql`"key" ${direction}, "id" ${direction}`,
    isAfter: (place) => compare(isDown ? Prisma.sql`<` : Prisma.sql`>`, place),
    isUpTo: (place) => compare(isDown ? Prisma.sql`>=` : Prisma.sql`<=`, place),
  };
}

export function cursorOf(
  user: { id: string; username: string; createdAt: Date; lastLoginAt: Date | null },
  order: UserOrder,
): UserCursor {
  if (order === "username") return { key: user.username.toLowerCase(), id: user.id };
  if (order === "last-login") return { key: user.lastLoginAt?.toISOString() ?? NEVER, id: user.id };
  return { key: user.createdAt.toISOString(), id: user.id };
}

/** Names its order, so it fits no other list. */
export function writeUserCursor(place: UserCursor, order: UserOrder): string {
  return Buffer.from(`${order} ${place.id} ${place.key}`).toString("base64url");
}

/** Undefined unless written by `writeUserCursor` for this order. */
export function readUserCursor(text: unknown, order: UserOrder): UserCursor | undefined {
  if (typeof text !== "string" || text.length > 300) return undefined;
  const [writtenOrder, id, key, ...rest] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  if (writtenOrder !== order || rest.length > 0) return undefined;
  const place = z.object({ id: z.uuid(), key: keySchemas[order] }).safeParse({ id, key });
  return place.success ? place.data : undefined;
}
