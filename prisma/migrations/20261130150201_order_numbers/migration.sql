-- Order numbers have five digits from the first one on. The sequence never goes back.
SELECT setval('"Order_number_seq"', GREATEST(10000, (SELECT max("number") FROM "Order")));
