-- AlterTable
ALTER TABLE "attachments" ADD COLUMN     "noteId" TEXT;

-- CreateIndex
CREATE INDEX "attachments_noteId_id_idx" ON "attachments"("noteId", "id");

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "commitment_notes"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Evidence stands on a note, too.
ALTER TABLE "attachments"
  DROP CONSTRAINT "attachments_place",
  ADD CONSTRAINT "attachments_place" CHECK (
    num_nonnulls("commentId", "responseId", "noteId") = 1
    AND ("responseVersion" IS NULL OR ("responseId" IS NOT NULL AND "responseVersion" > 0))
  );
