-- Staff find orders by the beginnings of words in the name. Without an extension, as pg_trgm may be missing.
CREATE INDEX CONCURRENTLY "Order_name_words_idx" ON "Order" USING gin (to_tsvector('simple', "name"));
