-- CreateEnum
CREATE TYPE "AttachmentKind" AS ENUM ('image', 'document');

-- CreateEnum
CREATE TYPE "AttachmentScan" AS ENUM ('none', 'clean', 'waiting', 'infected');

-- CreateTable
CREATE TABLE "attachments" (
    "id" TEXT NOT NULL,
    "kind" "AttachmentKind" NOT NULL,
    "mediaType" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "thumbnailHash" TEXT,
    "thumbnailWidth" INTEGER,
    "thumbnailHeight" INTEGER,
    "alt" TEXT NOT NULL DEFAULT '',
    "scan" "AttachmentScan" NOT NULL,
    "scannedAt" TIMESTAMPTZ(3),
    "distressing" BOOLEAN NOT NULL DEFAULT false,
    "uploaderId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "commentId" TEXT,
    "responseId" TEXT,
    "responseVersion" INTEGER,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_attachments" (
    "revisionId" TEXT NOT NULL,
    "attachmentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "revision_attachments_pkey" PRIMARY KEY ("revisionId","attachmentId")
);

-- CreateIndex
CREATE INDEX "attachments_commentId_idx" ON "attachments"("commentId");

-- CreateIndex
CREATE INDEX "attachments_responseId_id_idx" ON "attachments"("responseId", "id");

-- CreateIndex
CREATE INDEX "attachments_uploaderId_id_idx" ON "attachments"("uploaderId", "id");

-- CreateIndex
CREATE INDEX "attachments_scan_id_idx" ON "attachments"("scan", "id");

-- CreateIndex
CREATE INDEX "attachments_hash_idx" ON "attachments"("hash");

-- CreateIndex
CREATE INDEX "attachments_thumbnailHash_idx" ON "attachments"("thumbnailHash");

-- CreateIndex
CREATE INDEX "revision_attachments_attachmentId_idx" ON "revision_attachments"("attachmentId");

-- CreateIndex
CREATE UNIQUE INDEX "revision_attachments_revisionId_position_key" ON "revision_attachments"("revisionId", "position");

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "responses"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_attachments" ADD CONSTRAINT "revision_attachments_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "comment_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_attachments" ADD CONSTRAINT "revision_attachments_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "attachments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "attachments"
  -- On one thing, and on no other.
  ADD CONSTRAINT "attachments_place" CHECK (
    num_nonnulls("commentId", "responseId") = 1
    AND ("responseVersion" IS NULL OR ("responseId" IS NOT NULL AND "responseVersion" > 0))
  ),
  ADD CONSTRAINT "attachments_bytes" CHECK ("bytes" > 0),
  ADD CONSTRAINT "attachments_hash" CHECK (
    "hash" ~ '^[0-9a-f]{64}$' AND ("thumbnailHash" IS NULL OR "thumbnailHash" ~ '^[0-9a-f]{64}$')
  ),
  ADD CONSTRAINT "attachments_name" CHECK (char_length("name") BETWEEN 1 AND 120),
  ADD CONSTRAINT "attachments_alt" CHECK (char_length("alt") <= 200),
  -- An image has its size and a small image of it; a document has neither.
  ADD CONSTRAINT "attachments_image" CHECK (
    CASE "kind" WHEN 'image'
      THEN num_nulls("width", "height", "thumbnailHash", "thumbnailWidth", "thumbnailHeight") = 0
      ELSE num_nonnulls("width", "height", "thumbnailHash", "thumbnailWidth", "thumbnailHeight") = 0
        AND NOT "distressing"
    END
  ),
  ADD CONSTRAINT "attachments_scan" CHECK (("scan" IN ('clean', 'infected')) = ("scannedAt" IS NOT NULL));

ALTER TABLE "revision_attachments" ADD CONSTRAINT "revision_attachments_position" CHECK ("position" >= 0);
