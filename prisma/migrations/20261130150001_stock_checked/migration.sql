-- Apart from its constraint, so that it blocks no reads.
ALTER TABLE "Product" VALIDATE CONSTRAINT "Product_stock";
