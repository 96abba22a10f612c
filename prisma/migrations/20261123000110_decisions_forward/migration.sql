-- 转办: not for this forum, or public and handed to whoever assigns.
ALTER TYPE "ModerationOutcome" ADD VALUE 'forward';

-- AlterTable
ALTER TABLE "moderation_decisions" ADD COLUMN     "forwardNote" TEXT;

-- What moderators asked to have assigned.
CREATE INDEX "moderation_decisions_forwarded" ON "moderation_decisions" ("commentId")
  WHERE "forwardNote" IS NOT NULL AND "current";
