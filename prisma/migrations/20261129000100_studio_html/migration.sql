-- AlterTable
ALTER TABLE "studios" ADD COLUMN     "dutiesHtml" TEXT,
ADD COLUMN     "introductionHtml" TEXT,
ADD COLUMN     "rendererVersion" INTEGER,
ADD COLUMN     "rulesHtml" TEXT;

-- All together, or none: of studios that were entered before and not changed since.
ALTER TABLE "studios" ADD CONSTRAINT "studios_html" CHECK (num_nulls("introductionHtml", "dutiesHtml", "rulesHtml", "rendererVersion") IN (0, 4));
