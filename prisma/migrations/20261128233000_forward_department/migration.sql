-- Which department a moderator who forwards a comment thinks of; whoever assigns decides.
ALTER TABLE "moderation_decisions" ADD COLUMN "forwardDepartmentId" TEXT;
CREATE INDEX "moderation_decisions_forwardDepartmentId_idx" ON "moderation_decisions"("forwardDepartmentId");
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_forwardDepartmentId_fkey"
  FOREIGN KEY ("forwardDepartmentId") REFERENCES "departments"("id") ON DELETE SET NULL ON UPDATE CASCADE;
