-- The thread shows a comment that is joined under another one by that other one: its orders leave it out, so that a page
-- is read along an index however many are joined. The plain order is kept in full as well: others read by it.
CREATE INDEX "comments_thread_idx" ON "comments"("topicId", "rootId", "status", "id") WHERE "demandGroupId" IS NULL;

DROP INDEX "comments_topicId_rootId_status_stance_id_idx";
CREATE INDEX "comments_topicId_rootId_status_stance_id_idx" ON "comments"("topicId", "rootId", "status", "stance", "id") WHERE "demandGroupId" IS NULL;

DROP INDEX "comments_topicId_rootId_status_voice_id_idx";
CREATE INDEX "comments_topicId_rootId_status_voice_id_idx" ON "comments"("topicId", "rootId", "status", "voice", "id") WHERE "demandGroupId" IS NULL;

DROP INDEX "comments_topicId_rootId_status_kind_id_idx";
CREATE INDEX "comments_topicId_rootId_status_kind_id_idx" ON "comments"("topicId", "rootId", "status", "kind", "id") WHERE "demandGroupId" IS NULL;

DROP INDEX "comments_topicId_rootId_status_hot_id_idx";
CREATE INDEX "comments_topicId_rootId_status_hot_id_idx" ON "comments"("topicId", "rootId", "status", "hot", "id") WHERE "demandGroupId" IS NULL;

DROP INDEX "comments_topicId_rootId_status_stance_hot_id_idx";
CREATE INDEX "comments_topicId_rootId_status_stance_hot_id_idx" ON "comments"("topicId", "rootId", "status", "stance", "hot", "id") WHERE "demandGroupId" IS NULL;

DROP INDEX "comments_topicId_rootId_status_voice_hot_id_idx";
CREATE INDEX "comments_topicId_rootId_status_voice_hot_id_idx" ON "comments"("topicId", "rootId", "status", "voice", "hot", "id") WHERE "demandGroupId" IS NULL;

DROP INDEX "comments_topicId_rootId_status_kind_hot_id_idx";
CREATE INDEX "comments_topicId_rootId_status_kind_hot_id_idx" ON "comments"("topicId", "rootId", "status", "kind", "hot", "id") WHERE "demandGroupId" IS NULL;

DROP INDEX "comments_topicId_rootId_status_respondedAt_id_idx";
CREATE INDEX "comments_topicId_rootId_status_respondedAt_id_idx" ON "comments"("topicId", "rootId", "status", "respondedAt", "id") WHERE "demandGroupId" IS NULL;
