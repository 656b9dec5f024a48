import type { Sabotage } from "./request-sabotages";

/** Defences of bag, checkout, orders, products and their desks, one taken out at a time. */
export const orderSabotages: Sabotage[] = [
  {
    name: "order-owner",
    takesOut: "an order is shown to its member only",
    changes: [
      {
        file: "lib/orders/own-orders.ts",
        find: "where: { number, userId },\n    omit",
        replace: "where: { number },\n    omit",
      },
    ],
    noticedBy: ["others-orders"],
  },
  {
    name: "cancel-owner",
    takesOut: "an order is cancelled by its member only",
    changes: [
      {
        file: "lib/orders/own-orders.ts",
        find: "where: { number, userId }, select",
        replace: "where: { number }, select",
      },
    ],
    noticedBy: ["others-orders"],
  },
  {
    name: "order-prices",
    takesOut: "an order's prices are those of the products' rows",
    changes: [
      {
        file: "lib/orders/place-order.ts",
        find: "if (lines.length === 0 || findOfferChanges(shown, offer).length > 0)",
        replace:
          "for (const line of lines) line.unitPriceCents = shown[0]?.unitPriceCents || line.unitPriceCents;\n  if (lines.length === 0)",
      },
    ],
    noticedBy: ["checkout"],
  },
  {
    name: "payment-signature",
    takesOut: "a payment counts by Stripe's signed event only",
    changes: [
      {
        file: "lib/payment/stripe.ts",
        find: "event = client.webhooks.constructEvent(body, signature, secret);",
        replace: "event = client.webhooks && JSON.parse(body.toString());",
      },
    ],
    noticedBy: ["forged-events"],
  },
  {
    name: "order-key",
    takesOut: "one checkout gives one order",
    changes: [
      {
        file: "lib/orders/place-order.ts",
        find: "return await database.order.findUnique({\n    where: { userId_idempotencyKey: { userId, idempotencyKey } },",
        replace: "return await database.order.findFirst({\n    where: { userId, idempotencyKey, number: { lt: 0 } },",
      },
      {
        file: "prisma/migrations/20261130150000_bag_and_orders/migration.sql",
        find: 'CREATE UNIQUE INDEX "Order_userId_idempotencyKey_key"',
        replace: 'CREATE INDEX "Order_userId_idempotencyKey_key"',
      },
    ],
    noticedBy: ["checkout"],
  },
  {
    name: "order-stock",
    takesOut: "an order takes its pieces from the shelf",
    changes: [
      {
        file: "lib/orders/place-order.ts",
        find: `SET "stock" = "stock" - line."quantity"`,
        replace: `SET "stock" = "stock"`,
      },
    ],
    noticedBy: ["checkout"],
  },
  {
    name: "order-hidden",
    takesOut: "what is hidden is not ordered",
    changes: [
      {
        file: "lib/orders/offer.ts",
        find: `CASE WHEN product."hiddenAt" IS NULL THEN`,
        replace: "CASE WHEN TRUE THEN",
      },
    ],
    noticedBy: ["checkout"],
  },
  {
    name: "bag-hidden",
    takesOut: "nobody puts a hidden product in a bag",
    changes: [
      {
        file: "lib/bag/change-bag.ts",
        find: `product."hiddenAt" IS NULL AND product."stock"`,
        replace: `product."stock"`,
      },
    ],
    noticedBy: ["guest-bag"],
  },
  {
    name: "bag-members",
    takesOut: "guests put nothing in a bag that is kept for members",
    changes: [
      {
        file: "lib/bag/change-bag.ts",
        find: `(\${isMember(owner)}::boolean OR NOT product."membersOnly")`,
        replace: `(\${isMember(owner)}::boolean OR TRUE)`,
      },
    ],
    noticedBy: ["guest-bag"],
  },
  {
    name: "bag-pieces",
    takesOut: "twenty pieces of a product in a bag",
    changes: [
      {
        file: "lib/bag/change-bag.ts",
        find: "export const mostPieces = 20;",
        replace: "export const mostPieces = 1_000;",
      },
      {
        file: "prisma/migrations/20261130150000_bag_and_orders/migration.sql",
        find: `("quantity" BETWEEN 1 AND 20)`,
        replace: `("quantity" > 0)`,
      },
    ],
    noticedBy: ["guest-bag"],
  },
  {
    name: "bag-key",
    takesOut: "each guest's bag has a random key",
    changes: [
      {
        file: "app/[locale]/(shop)/bag/change-bag.ts",
        find: "(await findBagKey()) ?? newKey()",
        replace: '(await findBagKey()) ?? newKey().replace(/./g, "A")',
      },
    ],
    noticedBy: ["guest-bag"],
  },
  {
    name: "bag-merge",
    takesOut: "a login ends the guest's bag",
    changes: [
      {
        file: "lib/bag/merge-guest-bag.ts",
        find: `DELETE FROM "Bag" WHERE "id" = \${guest.id}::uuid`,
        replace: `SELECT 1 WHERE \${guest.id}::uuid IS NULL`,
      },
    ],
    noticedBy: ["guest-bag"],
  },
  {
    name: "hidden-goods",
    takesOut: "hidden products are shown to nobody",
    changes: [
      {
        file: "lib/storefront/products.ts",
        find: "const shown = { hiddenAt: null } as const;",
        replace: "const shown = {} as const;",
      },
    ],
    noticedBy: ["kept-goods"],
  },
  {
    name: "member-goods",
    takesOut: "prices and texts of what is kept for members stay with members",
    changes: [
      {
        file: "lib/storefront/products.ts",
        find: "where: { ...shown, slug, membersOnly: false },",
        replace: "where: { ...shown, slug },",
      },
    ],
    noticedBy: ["kept-goods"],
  },
  {
    name: "staff-only",
    takesOut: "the dashboard is for staff",
    changes: [
      {
        file: "lib/auth/access/access-rules.ts",
        find: 'if (!canReadDashboard(session.user.role)) await refuse("not staff", session);',
        replace: "void canReadDashboard;",
      },
    ],
    noticedBy: ["desks"],
  },
  {
    name: "fresh-passkey",
    takesOut: "an admin's change needs a passkey of the last five minutes",
    changes: [
      {
        file: "lib/admin/change-as-admin.ts",
        find: 'if (!isReauthenticated) return fail("REAUTHENTICATION_NEEDED");',
        replace: "void isReauthenticated;",
      },
    ],
    noticedBy: ["desks"],
  },
  {
    name: "export-passkey",
    takesOut: "an export needs and spends a fresh passkey",
    changes: [
      {
        file: "lib/admin/start-export.ts",
        find: 'if (!(await hasReauthenticated(staff.sessionId, exportRecords))) return fail("REAUTHENTICATION_NEEDED");',
        replace: "void hasReauthenticated;",
      },
      {
        file: "lib/admin/start-export.ts",
        find: "if (!(await spendReauthentication(transaction, staff.sessionId, exportRecords))) return false;",
        replace: "await spendReauthentication(transaction, staff.sessionId, exportRecords);",
      },
    ],
    noticedBy: ["desks"],
  },
];
