-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "demandGroupId" TEXT;

-- AlterTable
ALTER TABLE "moderation_decisions" ADD COLUMN     "demandGroupId" TEXT;

-- CreateTable
CREATE TABLE "demand_signatures" (
    "commentId" TEXT NOT NULL,
    "bands" INTEGER[],

    CONSTRAINT "demand_signatures_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "demand_groups" (
    "id" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "leadCommentId" TEXT NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 0,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "demand_groups_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "demand_signatures_bands_idx" ON "demand_signatures" USING GIN ("bands");

-- CreateIndex
CREATE UNIQUE INDEX "demand_groups_leadCommentId_key" ON "demand_groups"("leadCommentId");

-- CreateIndex
CREATE INDEX "demand_groups_topicId_size_id_idx" ON "demand_groups"("topicId", "size", "id");

-- CreateIndex
CREATE INDEX "demand_groups_createdById_idx" ON "demand_groups"("createdById");

-- CreateIndex
CREATE INDEX "comments_demandGroupId_status_id_idx" ON "comments"("demandGroupId", "status", "id");

-- CreateIndex
CREATE INDEX "moderation_decisions_demandGroupId_idx" ON "moderation_decisions"("demandGroupId");

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_demandGroupId_fkey" FOREIGN KEY ("demandGroupId") REFERENCES "demand_groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_signatures" ADD CONSTRAINT "demand_signatures_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_groups" ADD CONSTRAINT "demand_groups_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_groups" ADD CONSTRAINT "demand_groups_leadCommentId_fkey" FOREIGN KEY ("leadCommentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_groups" ADD CONSTRAINT "demand_groups_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_demandGroupId_fkey" FOREIGN KEY ("demandGroupId") REFERENCES "demand_groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;


ALTER TABLE "demand_groups" ADD CONSTRAINT "demand_groups_size" CHECK ("size" >= 0);

-- Only opening comments stand for others or under another one.
ALTER TABLE "comments" ADD CONSTRAINT "comments_grouped_openings" CHECK ("demandGroupId" IS NULL OR "rootId" IS NULL);

-- New entries are searched one by one until they are merged into the index: few of them, so that finding stays fast.
ALTER INDEX "demand_signatures_bands_idx" SET (gin_pending_list_limit = 64);
