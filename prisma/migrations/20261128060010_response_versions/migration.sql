-- CreateEnum
CREATE TYPE "PassageKind" AS ENUM ('template', 'passage');

-- AlterTable
ALTER TABLE "response_drafts" ADD COLUMN "savedAt" TIMESTAMPTZ(3), ADD COLUMN "keptAt" TIMESTAMPTZ(3);
UPDATE "response_drafts" SET "savedAt" = "createdAt", "keptAt" = "createdAt";
ALTER TABLE "response_drafts" ALTER COLUMN "savedAt" SET NOT NULL;

-- CreateTable
CREATE TABLE "response_versions" (
    "id" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "draftId" TEXT NOT NULL,
    "declaredResult" "DeclaredResult" NOT NULL,
    "changeNote" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "signerId" TEXT NOT NULL,

    CONSTRAINT "response_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_counters" (
    "departmentId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "response_counters_pkey" PRIMARY KEY ("departmentId","year")
);

-- CreateTable
CREATE TABLE "response_contributions" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "response_contributions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passages" (
    "id" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "kind" "PassageKind" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "passages_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "responses"
  ALTER COLUMN "declaredResult" DROP NOT NULL,
  ADD COLUMN "changeNote" TEXT,
  ADD COLUMN "scheduledFor" TIMESTAMPTZ(3),
  ADD COLUMN "publishedVersionId" TEXT,
  ADD COLUMN "fileMark" TEXT,
  ADD COLUMN "fileYear" INTEGER,
  ADD COLUMN "fileNumber" INTEGER;

-- What is public already is a first version; it bears the id of its draft, and is numbered as it was published.
INSERT INTO "response_versions" ("id", "responseId", "number", "draftId", "declaredResult", "publishedAt", "signerId")
SELECT DISTINCT ON (r."id") r."currentDraftId", r."id", 1, r."currentDraftId", r."declaredResult", r."publishedAt", s."signerId"
  FROM "responses" r
  JOIN "response_sign_offs" s ON s."draftId" = r."currentDraftId" AND s."outcome" = 'approve'
 WHERE r."status" = 'published'
 ORDER BY r."id", s."at" DESC;
UPDATE "responses" r
   SET "publishedVersionId" = r."currentDraftId", "fileMark" = d."shortName" || '答', "fileYear" = n."year", "fileNumber" = n."number"
  FROM "departments" d, (
    SELECT "id", "year", row_number() OVER (PARTITION BY "departmentId", "year" ORDER BY "publishedAt", "id") AS "number"
      FROM (SELECT "id", "departmentId", "publishedAt",
                   extract(year FROM "publishedAt" AT TIME ZONE 'Asia/Shanghai')::int AS "year"
              FROM "responses" WHERE "status" = 'published') p
  ) n
 WHERE d."id" = r."departmentId" AND n."id" = r."id";
INSERT INTO "response_counters" ("departmentId", "year", "last")
SELECT "departmentId", "fileYear", max("fileNumber") FROM "responses" WHERE "fileNumber" IS NOT NULL GROUP BY 1, 2;

-- DropIndex
DROP INDEX "responses_topicId_status_publishedAt_idx";

-- DropIndex
DROP INDEX "responses_status_publishedAt_id_idx";

-- CreateIndex
CREATE UNIQUE INDEX "responses_publishedVersionId_key" ON "responses"("publishedVersionId");

-- CreateIndex
CREATE INDEX "responses_topicId_publishedAt_id_idx" ON "responses"("topicId", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "responses_publishedAt_id_idx" ON "responses"("publishedAt", "id");

-- CreateIndex
CREATE INDEX "responses_status_scheduledFor_id_idx" ON "responses"("status", "scheduledFor", "id");

-- CreateIndex
CREATE UNIQUE INDEX "responses_departmentId_fileYear_fileNumber_key" ON "responses"("departmentId", "fileYear", "fileNumber");

-- CreateIndex
CREATE INDEX "response_versions_draftId_idx" ON "response_versions"("draftId");

-- CreateIndex
CREATE INDEX "response_versions_signerId_idx" ON "response_versions"("signerId");

-- CreateIndex
CREATE UNIQUE INDEX "response_versions_responseId_number_key" ON "response_versions"("responseId", "number");

-- CreateIndex
CREATE INDEX "response_contributions_departmentId_idx" ON "response_contributions"("departmentId");

-- CreateIndex
CREATE INDEX "response_contributions_authorId_idx" ON "response_contributions"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "response_contributions_assignmentId_departmentId_key" ON "response_contributions"("assignmentId", "departmentId");

-- CreateIndex
CREATE INDEX "passages_departmentId_kind_position_id_idx" ON "passages"("departmentId", "kind", "position", "id");

-- CreateIndex
CREATE INDEX "passages_changedById_idx" ON "passages"("changedById");

-- Earlier answers to the like are looked for among answers alone.
CREATE INDEX "search_entries_answer_tokens_idx" ON "search_entries" USING GIN ("tokens") WHERE "kind" = 'response';

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_publishedVersionId_fkey" FOREIGN KEY ("publishedVersionId") REFERENCES "response_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_versions" ADD CONSTRAINT "response_versions_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_versions" ADD CONSTRAINT "response_versions_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "response_drafts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_versions" ADD CONSTRAINT "response_versions_signerId_fkey" FOREIGN KEY ("signerId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_counters" ADD CONSTRAINT "response_counters_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_contributions" ADD CONSTRAINT "response_contributions_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_contributions" ADD CONSTRAINT "response_contributions_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_contributions" ADD CONSTRAINT "response_contributions_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "responses"
  DROP CONSTRAINT "responses_published",
  -- What the public reads is a version; it stays what they read while a correction is drafted.
  ADD CONSTRAINT "responses_published" CHECK (
    ("status" <> 'published' OR ("publishedVersionId" IS NOT NULL AND "currentDraftId" IS NOT NULL))
    AND ("publishedAt" IS NULL) = ("publishedVersionId" IS NULL)
  ),
  ADD CONSTRAINT "responses_scheduled" CHECK (("status" = 'scheduled') = ("scheduledFor" IS NOT NULL)),
  -- A draft may leave the result open; what is handed to the signer may not.
  ADD CONSTRAINT "responses_result" CHECK ("status" = 'drafting' OR "declaredResult" IS NOT NULL),
  ADD CONSTRAINT "responses_file_number" CHECK (
    ("publishedAt" IS NULL) = ("fileNumber" IS NULL) AND ("fileMark" IS NULL) = ("fileNumber" IS NULL)
    AND ("fileYear" IS NULL) = ("fileNumber" IS NULL) AND ("fileNumber" IS NULL OR "fileNumber" >= 1)
  );
-- A later version says what changed.
ALTER TABLE "response_versions" ADD CONSTRAINT "response_versions_change" CHECK (
  "number" >= 1 AND ("number" = 1) = ("changeNote" IS NULL) AND ("changeNote" IS NULL OR char_length("changeNote") BETWEEN 1 AND 500)
);
ALTER TABLE "response_counters" ADD CONSTRAINT "response_counters_last" CHECK ("last" >= 1);
ALTER TABLE "response_contributions" ADD CONSTRAINT "response_contributions_text" CHECK (char_length("text") BETWEEN 1 AND 4000);
ALTER TABLE "passages" ADD CONSTRAINT "passages_words" CHECK (
  char_length("title") BETWEEN 1 AND 60 AND char_length("text") BETWEEN 1 AND 4000
);

-- What was published stays as it was published.
CREATE TRIGGER "response_versions_append_only" BEFORE UPDATE OR DELETE ON "response_versions"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A draft is written on, at every pause, by its author alone and only until it is kept.
CREATE OR REPLACE FUNCTION "refuse_rewriting_draft"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."authorId" <> OLD."authorId" OR (OLD."keptAt" IS NOT NULL
      AND (NEW."text" <> OLD."text" OR NEW."keptAt" IS DISTINCT FROM OLD."keptAt")) THEN
    RAISE EXCEPTION 'the words of a response draft are not rewritten';
  END IF;
  RETURN NEW;
END;
$$;
DROP TRIGGER "response_drafts_keep_words" ON "response_drafts";
CREATE TRIGGER "response_drafts_keep_words" BEFORE UPDATE OF "text", "authorId", "keptAt" ON "response_drafts"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting_draft"();

DROP TRIGGER "responses_signed_before_published" ON "responses";
CREATE TRIGGER "responses_signed_before_published" BEFORE UPDATE OF "status", "currentDraftId" ON "responses"
  FOR EACH ROW WHEN (NEW."status" IN ('published', 'scheduled')) EXECUTE FUNCTION "refuse_unsigned_response"();
