-- What shoppers read of a product, in the languages besides English, which stands in the product itself.
CREATE TABLE "ProductText" (
  "productId" UUID NOT NULL,
  "locale" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "tagline" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "category" TEXT NOT NULL,
  CONSTRAINT "ProductText_pkey" PRIMARY KEY ("productId", "locale")
);

ALTER TABLE "ProductText" ADD CONSTRAINT "ProductText_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;
