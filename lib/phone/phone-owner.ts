import { Prisma } from "@/lib/db/generated/client";

/**
 * Which accounts may get a login code by phone, and be logged in by it: shoppers who have proven both mailbox and
 * number, and have not switched codes off. Nobody who opens the dashboard, since whoever takes over a number would get all customers with it (R21; ASVS
 * 6.6.1 has phones only beside something stronger). Asked again when the session opens: roles and numbers change
 * meanwhile.
 */
export const phoneOwner = {
  role: "CUSTOMER",
  emailVerified: { not: null },
  phoneVerified: { not: null },
  passkeysOnlyAt: null,
} as const satisfies Prisma.UserWhereInput;

/** The same as a condition on the columns of "User". */
export const phoneOwnerSql = Prisma.sql`
  ("role" = 'CUSTOMER' AND "emailVerified" IS NOT NULL AND "phoneVerified" IS NOT NULL AND "passkeysOnlyAt" IS NULL)`;
