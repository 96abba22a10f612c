-- CreateEnum
CREATE TYPE "AppealResult" AS ENUM ('upheld', 'overturned');

-- CreateTable
CREATE TABLE "appeals" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "assessorId" TEXT,
    "assessment" "ModerationOutcome",
    "assessmentNote" TEXT,
    "assessedAt" TIMESTAMPTZ(3),
    "result" "AppealResult",
    "explanation" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "appeals_commentId_key" ON "appeals"("commentId");

-- CreateIndex
CREATE UNIQUE INDEX "appeals_decisionId_key" ON "appeals"("decisionId");

-- CreateIndex
CREATE INDEX "appeals_revisionId_idx" ON "appeals"("revisionId");

-- CreateIndex
CREATE INDEX "appeals_authorId_idx" ON "appeals"("authorId");

-- CreateIndex
CREATE INDEX "appeals_assessorId_idx" ON "appeals"("assessorId");

-- CreateIndex
CREATE INDEX "appeals_decidedAt_idx" ON "appeals"("decidedAt");

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "comment_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "moderation_decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_assessorId_fkey" FOREIGN KEY ("assessorId") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- A view of one's own is whole or not there; it says to publish or not to.
ALTER TABLE "appeals"
  ADD CONSTRAINT "appeals_text" CHECK (char_length("text") BETWEEN 1 AND 1000),
  ADD CONSTRAINT "appeals_assessment" CHECK (
    ("assessorId" IS NULL) = ("assessment" IS NULL) AND ("assessorId" IS NULL) = ("assessedAt" IS NULL)
    AND ("assessment" IS NULL OR "assessment" IN ('approve', 'reject'))
  ),
  -- Nobody decides who has not formed a view first, and the author is told why.
  ADD CONSTRAINT "appeals_result" CHECK (
    ("result" IS NULL) = ("decidedAt" IS NULL) AND ("result" IS NULL) = ("explanation" IS NULL)
    AND ("result" IS NULL OR "assessorId" IS NOT NULL)
  );
