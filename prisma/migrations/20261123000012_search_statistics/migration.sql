-- The list of users asks the planner how many a search fits, and chooses its way by the answer. By default that answer
-- comes from 100 samples of the searched text, which say nothing of what one user in a hundred has; 1,000 do. They are
-- there after the next ANALYZE, which autovacuum runs; not here, since a connection that knows the index reads its old
-- setting until it ends.
DO $$
BEGIN
  IF to_regclass('"User_search_idx"') IS NOT NULL THEN
    ALTER INDEX "User_search_idx" ALTER COLUMN 1 SET STATISTICS 1000;
  END IF;
END $$;
