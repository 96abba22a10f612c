-- AlterTable
ALTER TABLE "evaluations" ADD COLUMN     "awaitsFollowUp" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "departmentId" TEXT;

UPDATE "evaluations" e SET "departmentId" = r."departmentId",
       "awaitsFollowUp" = CASE WHEN e."rated" = 0 THEN e."invited" > 0 ELSE EXISTS (
           SELECT 1 FROM "rating_tallies" t
            WHERE t."responseId" = e."responseId" AND t."grade" = 'dissatisfied' AND t."count" > 0)
         AND NOT EXISTS (SELECT 1 FROM "assignments" again WHERE again."reopensId" = r."assignmentId") END
  FROM "responses" r WHERE r."id" = e."responseId";

ALTER TABLE "evaluations" ALTER COLUMN "departmentId" SET NOT NULL;

-- What waits for a department, by the day on which its rating is over.
CREATE INDEX "evaluations_await_follow_up" ON "evaluations" ("departmentId", "closesAt", "responseId") WHERE "awaitsFollowUp";

-- CreateTable
CREATE TABLE "follow_ups" (
    "id" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "writerId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follow_ups_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "follow_ups_responseId_id_idx" ON "follow_ups"("responseId", "id");

-- CreateIndex
CREATE INDEX "follow_ups_writerId_idx" ON "follow_ups"("writerId");

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "evaluations"("responseId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_writerId_fkey" FOREIGN KEY ("writerId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
