-- Trigrams know letters and digits alone, so a search for "com.example" reads every address at example.com. Here the marks
-- are digits, and of the words between them the first and the last letter are left: "m0e". The index is half as large as
-- one of the whole text, and is asked where few have what it says (lib/users/choose-search-way.ts).
DO $$
BEGIN
  IF to_regclass('"User_search_idx"') IS NOT NULL THEN
    CREATE INDEX "User_search_marks_idx" ON "User" USING gin (
      regexp_replace(translate("usernameKey" || E'\n' || "email", '.@-_+', '01234'),
        '([a-z])[a-z]*([a-z])', '\1 \2', 'g') gin_trgm_ops) WITH (fastupdate = off);
    ALTER INDEX "User_search_marks_idx" ALTER COLUMN 1 SET STATISTICS 1000;
  END IF;
END $$;
