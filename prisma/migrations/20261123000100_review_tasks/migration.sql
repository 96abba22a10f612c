-- CreateEnum
CREATE TYPE "ReviewTaskKind" AS ENUM ('pending', 'reported', 'appeal', 'secondLook');

-- DropIndex
DROP INDEX "moderation_decisions_revisionId_key";

-- AlterTable
ALTER TABLE "comment_revisions" ADD COLUMN     "originalText" TEXT;

-- AlterTable
ALTER TABLE "moderation_decisions" ADD COLUMN     "current" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "masks" JSONB,
ADD COLUMN     "previousId" TEXT,
ADD COLUMN     "settledAt" TIMESTAMPTZ(3),
ADD COLUMN     "settlesAt" TIMESTAMPTZ(3),
ADD COLUMN     "taskId" TEXT,
ADD COLUMN     "tookMs" INTEGER,
ADD COLUMN     "undoneAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "queue_counts" DROP CONSTRAINT "queue_counts_pkey",
ADD COLUMN     "slot" INTEGER NOT NULL DEFAULT 0,
ADD CONSTRAINT "queue_counts_pkey" PRIMARY KEY ("view", "slot");

-- CreateTable
CREATE TABLE "review_tasks" (
    "id" TEXT NOT NULL,
    "kind" "ReviewTaskKind" NOT NULL,
    "commentId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "studioId" TEXT NOT NULL,
    "categoryId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "voice" "Voice" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "risk" INTEGER NOT NULL DEFAULT 0,
    "rules" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "senior" BOOLEAN NOT NULL DEFAULT false,
    "seniorNote" TEXT,
    "barredId" TEXT,
    "leasedById" TEXT,
    "leasedUntil" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "review_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_filters" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_filters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "review_tasks_commentId_kind_idx" ON "review_tasks"("commentId", "kind");

-- CreateIndex
CREATE INDEX "review_tasks_revisionId_idx" ON "review_tasks"("revisionId");

-- CreateIndex
CREATE INDEX "review_tasks_topicId_idx" ON "review_tasks"("topicId");

-- CreateIndex
CREATE INDEX "review_tasks_authorId_idx" ON "review_tasks"("authorId");

-- CreateIndex
CREATE INDEX "review_tasks_barredId_idx" ON "review_tasks"("barredId");

-- CreateIndex
CREATE INDEX "review_tasks_leasedById_idx" ON "review_tasks"("leasedById");

-- CreateIndex
CREATE UNIQUE INDEX "saved_filters_personId_name_key" ON "saved_filters"("personId", "name");

-- CreateIndex
CREATE INDEX "moderation_decisions_revisionId_id_idx" ON "moderation_decisions"("revisionId", "id");

-- CreateIndex
CREATE INDEX "moderation_decisions_taskId_idx" ON "moderation_decisions"("taskId");

-- CreateIndex
CREATE INDEX "moderation_decisions_previousId_idx" ON "moderation_decisions"("previousId");

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "comment_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_barredId_fkey" FOREIGN KEY ("barredId") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_leasedById_fkey" FOREIGN KEY ("leasedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "review_tasks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_previousId_fkey" FOREIGN KEY ("previousId") REFERENCES "moderation_decisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What column types cannot hold.

-- Decisions made before there was a time to undo have settled.
UPDATE "moderation_decisions" SET "settlesAt" = "decidedAt", "settledAt" = "decidedAt";
ALTER TABLE "moderation_decisions"
  ALTER COLUMN "settlesAt" SET NOT NULL,
  ADD CONSTRAINT "moderation_decisions_settled_or_undone" CHECK ("settledAt" IS NULL OR "undoneAt" IS NULL),
  ADD CONSTRAINT "moderation_decisions_undone_is_not_current" CHECK ("undoneAt" IS NULL OR NOT "current"),
  ADD CONSTRAINT "moderation_decisions_took" CHECK ("tookMs" IS NULL OR "tookMs" >= 0);
CREATE UNIQUE INDEX "moderation_decisions_one_current" ON "moderation_decisions" ("revisionId") WHERE "current";
CREATE INDEX "moderation_decisions_unsettled" ON "moderation_decisions" ("settlesAt", "id")
  WHERE "settledAt" IS NULL AND "undoneAt" IS NULL;

-- The queue: what is open, by kind, in the order in which it is taken up.
ALTER TABLE "review_tasks"
  ADD CONSTRAINT "review_tasks_lease" CHECK (("leasedById" IS NULL) = ("leasedUntil" IS NULL)),
  ADD CONSTRAINT "review_tasks_senior_note" CHECK ("seniorNote" IS NULL OR "senior");
CREATE UNIQUE INDEX "review_tasks_one_open" ON "review_tasks" ("commentId", "kind") WHERE "closedAt" IS NULL;
CREATE INDEX "review_tasks_open" ON "review_tasks" ("kind", "dueAt", "risk" DESC, "id") WHERE "closedAt" IS NULL;
CREATE INDEX "review_tasks_open_topic" ON "review_tasks" ("kind", "topicId", "dueAt", "risk" DESC, "id")
  WHERE "closedAt" IS NULL;
CREATE INDEX "review_tasks_open_studio" ON "review_tasks" ("kind", "studioId", "dueAt", "risk" DESC, "id")
  WHERE "closedAt" IS NULL;
CREATE INDEX "review_tasks_open_category" ON "review_tasks" ("kind", "categoryId", "dueAt", "risk" DESC, "id")
  WHERE "closedAt" IS NULL;
CREATE INDEX "review_tasks_open_voice" ON "review_tasks" ("kind", "voice", "dueAt", "risk" DESC, "id")
  WHERE "closedAt" IS NULL;
CREATE INDEX "review_tasks_open_rules" ON "review_tasks" USING gin ("rules") WHERE "closedAt" IS NULL;

-- What waits already: texts sent for review, and what was published before review. A task of theirs takes the
-- id of its revision. (Everything is due four hours after it was sent.)
INSERT INTO "review_tasks" ("id", "kind", "commentId", "revisionId", "topicId", "studioId", "categoryId", "authorId",
    "voice", "createdAt", "dueAt")
  SELECT r."id", 'pending', c."id", r."id", t."id", t."studioId", t."categoryId", c."authorId", c."voice",
         r."createdAt", r."createdAt" + interval '4 hours'
    FROM "comments" c
    JOIN "comment_revisions" r ON r."id" = c."latestRevisionId"
    JOIN "topics" t ON t."id" = c."topicId"
   WHERE c."latestStatus" = 'pending'
      OR (c."latestStatus" = 'published' AND t."mode" = 'postModeration'
          AND NOT EXISTS (SELECT 1 FROM "moderation_decisions" d WHERE d."revisionId" = r."id"));

-- A slot alone may fall below 0, the sum over the slots does not.
ALTER TABLE "queue_counts" DROP CONSTRAINT "queue_counts_count";
DELETE FROM "queue_counts";
INSERT INTO "queue_counts" ("view", "slot", "count")
  SELECT v, s, 0 FROM unnest(ARRAY['pending', 'reported', 'appeal', 'secondLook', 'approved', 'rejected', 'returned']) v,
    generate_series(0, 7) s;
UPDATE "queue_counts" SET "count" = (SELECT count(*) FROM "review_tasks") WHERE "view" = 'pending' AND "slot" = 0;
UPDATE "queue_counts" SET "count" = (SELECT count(*) FROM "comments" c
    WHERE c."latestStatus" = 'published' AND NOT EXISTS (SELECT 1 FROM "review_tasks" t WHERE t."commentId" = c."id"))
  WHERE "view" = 'approved' AND "slot" = 0;
UPDATE "queue_counts" SET "count" = (SELECT count(*) FROM "comments" WHERE "latestStatus" = 'rejected')
  WHERE "view" = 'rejected' AND "slot" = 0;
UPDATE "queue_counts" SET "count" = (SELECT count(*) FROM "comments" WHERE "latestStatus" = 'returned')
  WHERE "view" = 'returned' AND "slot" = 0;

-- A masked text may take the place of the original one where that is kept.
CREATE OR REPLACE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."text" <> OLD."text" AND OLD."status" <> 'pending'
      AND coalesce(NEW."originalText", NEW."text") <> coalesce(OLD."originalText", OLD."text") THEN
    RAISE EXCEPTION 'the words of a decided revision are not rewritten';
  END IF;
  IF OLD."originalText" IS NOT NULL AND OLD."status" <> 'pending'
      AND coalesce(NEW."originalText", NEW."text") <> OLD."originalText" THEN
    RAISE EXCEPTION 'the original words of a revision are kept';
  END IF;
  RETURN NEW;
END;
$$;
