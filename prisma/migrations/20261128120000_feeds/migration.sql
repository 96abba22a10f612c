-- Feeds read the newest of a category or studio from the search's entries.
ALTER TABLE "search_entries" ADD COLUMN "categoryId" TEXT, ADD COLUMN "studioId" TEXT;

UPDATE "search_entries" e SET "categoryId" = t."categoryId", "studioId" = t."studioId"
  FROM "topics" t WHERE t."id" = e."topicId";

ALTER TABLE "search_entries" ALTER COLUMN "categoryId" SET NOT NULL, ALTER COLUMN "studioId" SET NOT NULL;

-- Comments are in no feed.
CREATE INDEX "search_entries_feed_kind_idx" ON "search_entries" ("kind", "publishedAt" DESC, "objectId" DESC)
  WHERE "kind" <> 'comment';
CREATE INDEX "search_entries_feed_category_idx" ON "search_entries" ("categoryId", "publishedAt" DESC, "objectId" DESC)
  WHERE "kind" <> 'comment';
CREATE INDEX "search_entries_feed_studio_idx" ON "search_entries" ("studioId", "publishedAt" DESC, "objectId" DESC)
  WHERE "kind" <> 'comment';
