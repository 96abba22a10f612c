-- Screening reads what is said of files, too: where in it something was found, and what was typed where it is shown masked.
ALTER TABLE "screening_findings" ADD COLUMN "files" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE "attachments"
  ADD COLUMN "originalName" TEXT,
  ADD COLUMN "originalAlt" TEXT;
