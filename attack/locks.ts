import type { Change } from "@/scripts/test/shop-copy";

/** A lock taken out, and the test file that has to notice on a native PostgreSQL. */
export type Lock = { name: string; takesOut: string; changes: Change[]; noticedBy: string };

/** Every lock of the shop, in the order in which transactions ask for them. */
export const locks: Lock[] = [
  {
    name: "migrations",
    takesOut: "one process migrates at a time",
    changes: [
      {
        file: "prisma/migrate.ts",
        find: 'const isTaken = await tryLock(client, "pg_try_advisory_xact_lock");',
        replace: "const isTaken = true;",
      },
    ],
    noticedBy: "prisma/migrate.db.test.ts",
  },
  {
    name: "admin-changes",
    takesOut: "one change by an admin at a time",
    changes: [
      {
        file: "lib/users/locks.ts",
        find: "pg_advisory_xact_lock(hashtext('myshop admins'))",
        replace: "concat(hashtext('myshop admins'))",
      },
    ],
    noticedBy: "lib/admin/change-user.db.test.ts",
  },
  {
    name: "passkeys",
    takesOut: "a user's passkeys and recovery codes are held before their sessions",
    changes: [
      {
        file: "lib/users/locks.ts",
        find: `SELECT 1 FROM "Authenticator" WHERE "userId" = \${userId}::uuid ORDER BY "credentialID" FOR UPDATE`,
        replace: `SELECT 1 FROM "Authenticator" WHERE "userId" = \${userId}::uuid ORDER BY "credentialID"`,
      },
      {
        file: "lib/users/locks.ts",
        find: `SELECT 1 FROM "RecoveryCode" WHERE "userId" = \${userId}::uuid ORDER BY "codeHash" FOR UPDATE`,
        replace: `SELECT 1 FROM "RecoveryCode" WHERE "userId" = \${userId}::uuid ORDER BY "codeHash"`,
      },
    ],
    noticedBy: "test/passkeys-only.db.test.ts",
  },
  {
    name: "reported-challenge",
    takesOut: "a report of a code request holds the passkeys first",
    changes: [
      {
        file: "lib/auth/report/report-challenge.ts",
        find: "if (owner !== null) await lockPasskeys(transaction, owner.id);",
        replace: "void lockPasskeys;",
      },
    ],
    noticedBy: "lib/auth/report/report-locks.db.test.ts",
  },
  {
    name: "reported-browser",
    takesOut: "a report of a device holds the passkeys first",
    changes: [
      { file: "lib/auth/report/report-not-me.ts", find: "await lockPasskeys(transaction, owner.userId);", replace: "" },
    ],
    noticedBy: "lib/auth/report/report-locks.db.test.ts",
  },
  {
    name: "removed-passkeys",
    takesOut: "removing all passkeys waits for a login by one",
    changes: [
      {
        file: "lib/users/end-access.ts",
        find: `ORDER BY "credentialID" FOR UPDATE`,
        replace: `ORDER BY "credentialID"`,
      },
    ],
    noticedBy: "lib/users/create-admin.db.test.ts",
  },
  {
    name: "profile",
    takesOut: "one change of a user's email at a time",
    changes: [
      {
        file: "lib/users/locks.ts",
        find: "pg_advisory_xact_lock(hashtext('myshop profile')",
        replace: "concat(hashtext('myshop profile')",
      },
    ],
    noticedBy: "lib/admin/email-undo.db.test.ts",
  },
  {
    name: "session",
    takesOut: "a session's row is held while something is done in it",
    changes: [{ file: "lib/users/locks.ts", find: " FOR UPDATE OF session`", replace: "`" }],
    noticedBy: "lib/auth/session/lock-session.db.test.ts",
  },
  {
    name: "logout",
    takesOut: "two logouts of one session wait for each other",
    changes: [
      {
        file: "lib/auth/session/session-store.ts",
        find: "new Date())} FOR UPDATE`",
        replace: "new Date())}`",
      },
    ],
    noticedBy: "lib/auth/session/session-store.db.test.ts",
  },
  {
    name: "ordered-bag",
    takesOut: "of two orders of one bag the second waits for the first",
    changes: [
      {
        file: "lib/orders/offer.ts",
        find: `WHERE "userId" = \${userId}::uuid FOR UPDATE`,
        replace: `WHERE "userId" = \${userId}::uuid`,
      },
    ],
    noticedBy: "lib/orders/place-order.db.test.ts",
  },
  {
    name: "guest-bag",
    takesOut: "a merge waits for what another tab puts into the guest's bag",
    changes: [
      {
        file: "lib/bag/merge-guest-bag.ts",
        find: `WHERE \${ownedBy({ keyHash }, now)} FOR UPDATE`,
        replace: `WHERE \${ownedBy({ keyHash }, now)}`,
      },
    ],
    noticedBy: "lib/bag/bag.db.test.ts",
  },
  {
    name: "member-bag",
    takesOut: "one change of a member's bag at a time",
    changes: [
      {
        file: "lib/bag/change-bag.ts",
        find: `WHERE \${ownedBy(owner, now)} FOR NO KEY UPDATE`,
        replace: `WHERE \${ownedBy(owner, now)}`,
      },
    ],
    noticedBy: "lib/bag/bag.db.test.ts",
  },
  {
    name: "ordered-products",
    takesOut: "an order holds its products while it reads prices and takes pieces",
    changes: [
      {
        file: "lib/orders/offer.ts",
        find: "Prisma.sql`FOR NO KEY UPDATE OF product`",
        replace: "Prisma.empty",
      },
    ],
    noticedBy: "lib/orders/place-order.db.test.ts",
  },
  {
    name: "edited-product",
    takesOut: "an edit of a product waits for an order that is taking pieces",
    changes: [
      {
        file: "lib/admin/products/change-product.ts",
        find: `WHERE "id" = \${id}::uuid FOR UPDATE`,
        replace: `WHERE "id" = \${id}::uuid`,
      },
    ],
    noticedBy: "lib/admin/products/change-product.db.test.ts",
  },
  {
    name: "phone-line",
    takesOut: "nobody verifies a phone while a migration settles the forms of its line",
    changes: [
      {
        file: "prisma/migrations/20261129000701_phone_line/migration.sql",
        find: 'LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE;',
        replace: "",
      },
    ],
    noticedBy: "prisma/migrate.db.test.ts",
  },
  {
    name: "ended-browser",
    takesOut: "ending a session waits for a login that is finishing in its browser",
    changes: [
      {
        file: "lib/users/end-access.ts",
        find: `"keyHash" = \${browserKeyHash} FOR UPDATE`,
        replace: `"keyHash" = \${browserKeyHash}`,
      },
    ],
    noticedBy: "lib/auth/session/end-sessions.db.test.ts",
  },
  {
    name: "reported-twice",
    takesOut: "of two reports of a device one counts",
    changes: [
      {
        file: "lib/auth/report/report-not-me.ts",
        find: `WHERE "id" = \${id}::uuid FOR UPDATE`,
        replace: `WHERE "id" = \${id}::uuid`,
      },
    ],
    noticedBy: "lib/auth/report/report-not-me.db.test.ts",
  },
  {
    name: "recovery-code",
    takesOut: "a recovery code confirms once",
    changes: [
      {
        file: "lib/auth/step-up/finish-step-up.ts",
        find: `"usedAt" IS NULL FOR UPDATE`,
        replace: `"usedAt" IS NULL`,
      },
    ],
    noticedBy: "lib/auth/recovery-codes/recovery-codes.db.test.ts",
  },
  {
    name: "limit-order",
    takesOut: "counts of limits are locked in one order",
    changes: [
      {
        file: "lib/limits/postgres-store.ts",
        find: `WHERE "endsAt" > now() AND ("end" IS NULL OR "endsAt" = "end")
      ORDER BY "policy", "subject" FOR UPDATE OF "RateLimit"`,
        replace: `WHERE "endsAt" > now() AND ("end" IS NULL OR "endsAt" = "end") FOR UPDATE OF "RateLimit"`,
      },
    ],
    noticedBy: "lib/limits/limit-store.db.test.ts",
  },
  {
    name: "codes-off",
    takesOut: "codes are not switched off while the last passkey is removed",
    changes: [
      {
        file: "lib/auth/access/change-in-session.ts",
        find: "await lockPasskeys(transaction, session.user.id);",
        replace: "void lockPasskeys;",
      },
    ],
    noticedBy: "test/passkeys-only.db.test.ts",
  },
  {
    name: "last-passkey",
    takesOut: "of the last two passkeys one is removed after the other",
    changes: [
      {
        file: "prisma/migrations/20261129190000_passkeys_only/migration.sql",
        find: ` FOR NO KEY UPDATE;`,
        replace: `;`,
      },
    ],
    noticedBy: "test/passkeys-only.db.test.ts",
  },
];
