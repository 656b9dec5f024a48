-- How often each event of the audit trail happened on a day that is over: counted once, kept when the entries go.
CREATE TABLE "DailyCount" (
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "DailyCount_pkey" PRIMARY KEY ("day", "name")
);
