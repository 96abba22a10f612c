-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('privacy', 'attack', 'falsehood', 'advertising', 'unlawful', 'offTopic', 'other');

-- CreateEnum
CREATE TYPE "ReportResult" AS ENUM ('upheld', 'dismissed', 'lapsed');

-- CreateTable
CREATE TABLE "reports" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "reason" "ReportReason" NOT NULL,
    "text" TEXT,
    "weight" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "result" "ReportResult",
    "decidedAt" TIMESTAMPTZ(3),
    "decisionId" TEXT,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reports_commentId_reporterId_idx" ON "reports"("commentId", "reporterId");

-- CreateIndex
CREATE INDEX "reports_revisionId_idx" ON "reports"("revisionId");

-- CreateIndex
CREATE INDEX "reports_reporterId_id_idx" ON "reports"("reporterId", "id");

-- CreateIndex
CREATE INDEX "reports_reporterId_decidedAt_idx" ON "reports"("reporterId", "decidedAt");

-- CreateIndex
CREATE INDEX "reports_decisionId_idx" ON "reports"("decisionId");

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "comment_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "moderation_decisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What column types cannot hold.
ALTER TABLE "reports"
  ADD CONSTRAINT "reports_weight" CHECK ("weight" BETWEEN 0 AND 1),
  ADD CONSTRAINT "reports_text" CHECK ("text" IS NULL OR char_length("text") BETWEEN 1 AND 500),
  ADD CONSTRAINT "reports_result" CHECK (("result" IS NULL) = ("decidedAt" IS NULL)),
  -- A result comes of a decision, unless the author took the words back.
  ADD CONSTRAINT "reports_decision" CHECK ("decisionId" IS NULL OR "result" IN ('upheld', 'dismissed'));
CREATE UNIQUE INDEX "reports_one_open" ON "reports" ("commentId", "reporterId") WHERE "result" IS NULL;

-- What is hidden stays known: it is shown again, or not.
ALTER TABLE "comments" DROP CONSTRAINT "comments_published_has_revision";
ALTER TABLE "comments" ADD CONSTRAINT "comments_published_has_revision" CHECK (
  "status" NOT IN ('published', 'hidden') OR ("currentRevisionId" IS NOT NULL AND "publishedAt" IS NOT NULL)
);
