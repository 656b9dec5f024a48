-- What the product cost when it was put in the bag, to tell of a changed price. Nullable: no rewrite.
ALTER TABLE "BagItem" ADD COLUMN "priceCents" INTEGER;
ALTER TABLE "BagItem" ADD COLUMN "memberPriceCents" INTEGER;
