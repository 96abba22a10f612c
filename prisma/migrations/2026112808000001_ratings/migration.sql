-- CreateEnum
CREATE TYPE "RatingAspect" AS ENUM ('resolution', 'attitude', 'speed');

-- CreateEnum
CREATE TYPE "Grade" AS ENUM ('satisfied', 'mostlySatisfied', 'dissatisfied');

-- CreateEnum
CREATE TYPE "DissatisfactionReason" AS ENUM ('result', 'attitude', 'speed', 'beyondDuty');

-- CreateEnum
CREATE TYPE "RatingTextState" AS ENUM ('waiting', 'published', 'refused');

-- CreateEnum
CREATE TYPE "ReopeningState" AS ENUM ('waiting', 'granted', 'declined');

-- AlterEnum
ALTER TYPE "TimelineKind" ADD VALUE 'reopeningDeclined';

-- AlterTable
ALTER TABLE "assignments" ADD COLUMN     "reopensId" TEXT;

-- CreateTable
CREATE TABLE "evaluations" (
    "responseId" TEXT NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "invited" INTEGER NOT NULL,
    "rated" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "evaluations_pkey" PRIMARY KEY ("responseId")
);

-- CreateTable
CREATE TABLE "rating_tallies" (
    "responseId" TEXT NOT NULL,
    "aspect" "RatingAspect" NOT NULL,
    "grade" "Grade" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rating_tallies_pkey" PRIMARY KEY ("responseId","aspect","grade")
);

-- CreateTable
CREATE TABLE "ratings" (
    "id" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "resolution" "Grade" NOT NULL,
    "attitude" "Grade" NOT NULL,
    "speed" "Grade" NOT NULL,
    "reason" "DissatisfactionReason",
    "text" TEXT,
    "publicText" TEXT,
    "textState" "RatingTextState",
    "rules" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "refusal" TEXT,
    "reviewedById" TEXT,
    "textSentAt" TIMESTAMPTZ(3),
    "textReviewedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reopenings" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "ratingId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "ReopeningState" NOT NULL DEFAULT 'waiting',
    "explanation" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reopenings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evaluations_closesAt_responseId_idx" ON "evaluations"("closesAt", "responseId");

-- CreateIndex
CREATE INDEX "ratings_personId_id_idx" ON "ratings"("personId", "id");

-- CreateIndex
CREATE INDEX "ratings_reviewedById_idx" ON "ratings"("reviewedById");

-- CreateIndex
CREATE INDEX "ratings_textState_textSentAt_id_idx" ON "ratings"("textState", "textSentAt", "id");

-- CreateIndex
CREATE INDEX "ratings_responseId_textState_textReviewedAt_id_idx" ON "ratings"("responseId", "textState", "textReviewedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ratings_responseId_personId_key" ON "ratings"("responseId", "personId");

-- CreateIndex
CREATE INDEX "reopenings_state_createdAt_id_idx" ON "reopenings"("state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "reopenings_ratingId_idx" ON "reopenings"("ratingId");

-- CreateIndex
CREATE INDEX "reopenings_personId_idx" ON "reopenings"("personId");

-- CreateIndex
CREATE INDEX "reopenings_decidedById_idx" ON "reopenings"("decidedById");

-- CreateIndex
CREATE UNIQUE INDEX "reopenings_assignmentId_personId_key" ON "reopenings"("assignmentId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_reopensId_key" ON "assignments"("reopensId");

-- AddForeignKey
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_tallies" ADD CONSTRAINT "rating_tallies_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "evaluations"("responseId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "evaluations"("responseId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_ratingId_fkey" FOREIGN KEY ("ratingId") REFERENCES "ratings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_reopensId_fkey" FOREIGN KEY ("reopensId") REFERENCES "assignments"("id") ON DELETE SET NULL ON UPDATE CASCADE;


ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_counts" CHECK ("invited" >= 0 AND "rated" >= 0);
ALTER TABLE "rating_tallies" ADD CONSTRAINT "rating_tallies_count" CHECK ("count" >= 0);

-- Who is 不满意 with something says with what; nobody else does.
ALTER TABLE "ratings"
  ADD CONSTRAINT "ratings_reason" CHECK (
    ("reason" IS NOT NULL) = ('dissatisfied' IN ("resolution", "attitude", "speed"))
  ),
  ADD CONSTRAINT "ratings_text" CHECK (
    ("text" IS NULL) = ("textState" IS NULL) AND ("text" IS NULL) = ("publicText" IS NULL)
    AND ("text" IS NULL) = ("textSentAt" IS NULL)
    AND ("text" IS NULL OR char_length("text") BETWEEN 1 AND 500)
  ),
  -- A text is public, or refused, because somebody read it; who is refused is told why.
  ADD CONSTRAINT "ratings_review" CHECK (
    coalesce("textState" IN ('published', 'refused'), false) = ("reviewedById" IS NOT NULL)
    AND ("reviewedById" IS NULL) = ("textReviewedAt" IS NULL)
    AND coalesce("textState" = 'refused', false) = ("refusal" IS NOT NULL)
  );

ALTER TABLE "reopenings"
  ADD CONSTRAINT "reopenings_reason" CHECK (char_length("reason") BETWEEN 1 AND 500),
  ADD CONSTRAINT "reopenings_decided" CHECK (
    ("state" = 'waiting') = ("decidedById" IS NULL) AND ("decidedById" IS NULL) = ("decidedAt" IS NULL)
    AND ("state" <> 'declined' OR char_length(coalesce("explanation", '')) > 0)
  );
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_not_own_reopening" CHECK ("reopensId" <> "id");

-- What was answered before can be rated for as long as what is answered from now on: 15 days.
INSERT INTO "evaluations" ("responseId", "closesAt", "invited")
SELECT r."id",
       (date_trunc('day', r."publishedAt" AT TIME ZONE 'Asia/Shanghai') + interval '16 days') AT TIME ZONE 'Asia/Shanghai',
       (SELECT count(DISTINCT c."authorId") FROM "comments" c
         WHERE c."topicId" = r."topicId" AND c."status" = 'published' AND c."publishedAt" <= r."publishedAt"
           AND (a."commentId" IS NULL OR EXISTS (SELECT 1 FROM "response_answers" x
                 WHERE x."responseId" = r."id" AND x."commentId" = c."id")))
  FROM "responses" r JOIN "assignments" a ON a."id" = r."assignmentId"
 WHERE r."publishedAt" IS NOT NULL;
