-- Nullable and without a default: no rewrite, and the old version ignores them.
ALTER TABLE "Product" ADD COLUMN "stock" INTEGER;
ALTER TABLE "Product" ADD COLUMN "hiddenAt" TIMESTAMPTZ(3);
ALTER TABLE "Product" ADD CONSTRAINT "Product_stock" CHECK ("stock" >= 0) NOT VALID;
ALTER TABLE "Product" VALIDATE CONSTRAINT "Product_stock";

CREATE TYPE "OrderState" AS ENUM ('PLACED', 'ACCEPTED', 'SENT', 'CANCELLED');
CREATE TYPE "PaymentMethod" AS ENUM ('INVOICE', 'CARD');

CREATE TABLE "Bag" (
  "id" UUID PRIMARY KEY,
  "userId" UUID REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "keyHash" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "expiresAt" TIMESTAMPTZ(3),
  CONSTRAINT "Bag_owner" CHECK (("userId" IS NULL) <> ("keyHash" IS NULL) AND ("keyHash" IS NULL) = ("expiresAt" IS NULL))
);
CREATE UNIQUE INDEX "Bag_userId_key" ON "Bag" ("userId");
CREATE UNIQUE INDEX "Bag_keyHash_key" ON "Bag" ("keyHash");
CREATE INDEX "Bag_expiresAt_idx" ON "Bag" ("expiresAt") WHERE "expiresAt" IS NOT NULL;

CREATE TABLE "BagItem" (
  "bagId" UUID NOT NULL REFERENCES "Bag" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "productId" UUID NOT NULL REFERENCES "Product" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "quantity" INTEGER NOT NULL CONSTRAINT "BagItem_quantity" CHECK ("quantity" BETWEEN 1 AND 20),
  "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("bagId", "productId")
);
CREATE INDEX "BagItem_productId_idx" ON "BagItem" ("productId");

CREATE TABLE "Order" (
  "id" UUID PRIMARY KEY,
  "number" SERIAL NOT NULL,
  "userId" UUID REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "idempotencyKey" TEXT NOT NULL,
  "state" "OrderState" NOT NULL DEFAULT 'PLACED',
  "payment" "PaymentMethod" NOT NULL,
  "paymentId" TEXT,
  "payBy" TIMESTAMPTZ(3),
  "paidAt" TIMESTAMPTZ(3),
  "locale" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "line1" TEXT NOT NULL,
  "line2" TEXT,
  "postalCode" TEXT,
  "city" TEXT NOT NULL,
  "region" TEXT,
  "country" TEXT NOT NULL,
  "note" TEXT,
  "currency" TEXT NOT NULL,
  "totalCents" INTEGER NOT NULL CONSTRAINT "Order_total" CHECK ("totalCents" > 0),
  "placedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "acceptedAt" TIMESTAMPTZ(3),
  "sentAt" TIMESTAMPTZ(3),
  "cancelledAt" TIMESTAMPTZ(3),
  "cancelReason" TEXT
);
CREATE UNIQUE INDEX "Order_number_key" ON "Order" ("number");
CREATE UNIQUE INDEX "Order_paymentId_key" ON "Order" ("paymentId");
CREATE UNIQUE INDEX "Order_userId_idempotencyKey_key" ON "Order" ("userId", "idempotencyKey");
CREATE INDEX "Order_userId_placedAt_id_idx" ON "Order" ("userId", "placedAt", "id");
CREATE INDEX "Order_placedAt_id_idx" ON "Order" ("placedAt", "id");
CREATE INDEX "Order_state_placedAt_id_idx" ON "Order" ("state", "placedAt", "id");
CREATE INDEX "Order_payBy_idx" ON "Order" ("payBy") WHERE "payBy" IS NOT NULL;

CREATE TABLE "OrderLine" (
  "orderId" UUID NOT NULL REFERENCES "Order" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "position" INTEGER NOT NULL,
  "productId" UUID REFERENCES "Product" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "name" TEXT NOT NULL,
  "quantity" INTEGER NOT NULL CONSTRAINT "OrderLine_quantity" CHECK ("quantity" > 0),
  "unitPriceCents" INTEGER NOT NULL,
  PRIMARY KEY ("orderId", "position")
);
CREATE INDEX "OrderLine_productId_idx" ON "OrderLine" ("productId");

-- Events of the payment provider by their ids, so that none counts twice.
CREATE TABLE "PaymentEvent" (
  "id" TEXT PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
CREATE INDEX "PaymentEvent_receivedAt_idx" ON "PaymentEvent" ("receivedAt");
