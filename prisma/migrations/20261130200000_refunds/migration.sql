CREATE TABLE "Refund" (
  "paymentId" TEXT PRIMARY KEY,
  "orderId" UUID NOT NULL REFERENCES "Order" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "dueAt" TIMESTAMPTZ(3) DEFAULT now(),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "refundedAt" TIMESTAMPTZ(3),
  "failedAt" TIMESTAMPTZ(3)
);
CREATE INDEX "Refund_orderId_idx" ON "Refund" ("orderId");
CREATE INDEX "Refund_dueAt_idx" ON "Refund" ("dueAt") WHERE "dueAt" IS NOT NULL;
