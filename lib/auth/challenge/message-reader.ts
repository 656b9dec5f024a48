import { Prisma } from "@/lib/db/generated/client";
import type { Visitor } from "@/lib/http/visitor";
import { isLocale } from "@/lib/i18n/locales";
import type { Clock } from "@/lib/i18n/write-time";
import { type ChallengePurpose, provesNewAddress } from "./challenge";

/** What the message of a challenge depends on, and nothing else may: neither an answer nor its time. */
export type MessageReader = {
  /** Whether an account that is not disabled has the address. */
  hasAccount: boolean;
  /** The account takes no code that goes to its own address: its owner has switched codes off. */
  areCodesOff: boolean;
  /** How the owner of the account reads; both null where there is none, or they have not said. */
  locale: string | null;
  timeZone: string | null;
};

/** The columns of a `MessageReader`, of a statement that joins `messageReaderJoin` for the same purpose. */
export function messageReaderColumns(purpose: ChallengePurpose): Prisma.Sql {
  const areCodesOff = provesNewAddress(purpose) ? Prisma.sql`false` : Prisma.sql`reader."passkeysOnlyAt" IS NOT NULL`;
  return Prisma.sql`
    reader."id" IS NOT NULL AND reader."disabledAt" IS NULL AS "hasAccount", ${areCodesOff} AS "areCodesOff",
    reader."locale", reader."timeZone"`;
}

/**
 * Joins the account that has this address; for an address or phone that is to become an account's, that account. Where
 * another account has the address already, it is that one's owner who reads the mail, and in their language.
 */
export function messageReaderJoin(address: string, purpose: ChallengePurpose, userId: string | null): Prisma.Sql {
  if (purpose === "VERIFY_PHONE") return Prisma.sql`LEFT JOIN "User" reader ON reader."id" = ${userId}::uuid`;
  if (purpose !== "CHANGE_EMAIL") return Prisma.sql`LEFT JOIN "User" reader ON reader."email" = ${address}`;
  return Prisma.sql`LEFT JOIN LATERAL (
    SELECT asker."id", asker."disabledAt",
      CASE WHEN holder."id" IS NULL THEN asker."locale" ELSE holder."locale" END AS "locale",
      CASE WHEN holder."id" IS NULL THEN asker."timeZone" ELSE holder."timeZone" END AS "timeZone"
    FROM "User" asker LEFT JOIN "User" holder ON holder."email" = ${address}
    WHERE asker."id" = ${userId}::uuid
  ) reader ON true`;
}

/**
 * The language and time zone of a message: those of the account, whoever brought the message about. A stranger's wish
 * counts only where the account has none, and where there is no account.
 */
export function clockOf({ locale, timeZone }: Pick<MessageReader, "locale" | "timeZone">, visitor: Visitor): Clock {
  return { locale: isLocale(locale) ? locale : visitor.locale, timeZone };
}
