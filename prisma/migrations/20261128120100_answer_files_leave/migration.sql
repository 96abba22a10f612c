-- AlterTable
ALTER TABLE "attachments" ADD COLUMN     "leaves" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "removedVersion" INTEGER;

-- Only what is public leaves an answer, with a later version than it came.
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_leaving" CHECK (
  (NOT "leaves" OR ("responseVersion" IS NOT NULL AND "removedVersion" IS NULL))
  AND ("removedVersion" IS NULL OR "removedVersion" > COALESCE("responseVersion", "removedVersion"))
);
