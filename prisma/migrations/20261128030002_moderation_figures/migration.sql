-- CreateTable
CREATE TABLE "decision_tallies" (
    "day" DATE NOT NULL,
    "hour" INTEGER NOT NULL,
    "moderatorId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "decision_tallies_pkey" PRIMARY KEY ("day","hour","moderatorId","category")
);

-- CreateTable
CREATE TABLE "rule_tallies" (
    "day" DATE NOT NULL,
    "rule" TEXT NOT NULL,
    "trial" BOOLEAN NOT NULL,
    "held" INTEGER NOT NULL,
    "passed" INTEGER NOT NULL,

    CONSTRAINT "rule_tallies_pkey" PRIMARY KEY ("day","rule","trial")
);

-- CreateIndex
CREATE INDEX "decision_tallies_moderatorId_idx" ON "decision_tallies"("moderatorId");

-- AddForeignKey
ALTER TABLE "decision_tallies" ADD CONSTRAINT "decision_tallies_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "decision_tallies"
  ADD CONSTRAINT "decision_tallies_hour" CHECK ("hour" BETWEEN 0 AND 23),
  ADD CONSTRAINT "decision_tallies_count" CHECK ("count" > 0);
ALTER TABLE "rule_tallies" ADD CONSTRAINT "rule_tallies_counts" CHECK ("held" > 0 AND "passed" BETWEEN 0 AND "held");

-- What was decided before counting began: the settled decisions on what waited.
INSERT INTO "decision_tallies" ("day", "hour", "moderatorId", "category", "count")
  SELECT (d."decidedAt" AT TIME ZONE 'Asia/Shanghai')::date, extract(hour FROM d."decidedAt" AT TIME ZONE 'Asia/Shanghai')::int,
         d."moderatorId", CASE WHEN d."outcome" = 'reject' THEN 'reject:' || coalesce(d."reasonCode", '')
                               ELSE d."outcome"::text END, count(*)::int
    FROM "moderation_decisions" d JOIN "review_tasks" k ON k."id" = d."taskId" AND k."kind" = 'pending'
   WHERE d."settledAt" IS NOT NULL
   GROUP BY 1, 2, 3, 4;
INSERT INTO "rule_tallies" ("day", "rule", "trial", "held", "passed")
  SELECT (d."decidedAt" AT TIME ZONE 'Asia/Shanghai')::date, f."rule", f."trial", count(*)::int,
         (count(*) FILTER (WHERE d."outcome" = 'approve' AND d."masks" IS NULL))::int
    FROM "moderation_decisions" d
    JOIN "review_tasks" k ON k."id" = d."taskId" AND k."kind" = 'pending'
    JOIN "screening_findings" f ON f."revisionId" = d."revisionId" AND f."asks" = 'hold'
   WHERE d."settledAt" IS NOT NULL
   GROUP BY 1, 2, 3;
