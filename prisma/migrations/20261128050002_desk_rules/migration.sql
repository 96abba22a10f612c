-- CreateTable
CREATE TABLE "delegations" (
    "id" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "delegations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "due_rules" (
    "id" TEXT NOT NULL,
    "categoryId" TEXT,
    "subject" TEXT,
    "workingDays" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "due_rules_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delegations_departmentId_endsAt_idx" ON "delegations"("departmentId", "endsAt");
CREATE INDEX "delegations_fromId_endsAt_idx" ON "delegations"("fromId", "endsAt");
CREATE INDEX "delegations_toId_endsAt_idx" ON "delegations"("toId", "endsAt");
CREATE INDEX "delegations_createdById_idx" ON "delegations"("createdById");
CREATE INDEX "due_rules_categoryId_idx" ON "due_rules"("categoryId");
-- One rule for each case.
CREATE UNIQUE INDEX "due_rules_one_each" ON "due_rules"(coalesce("categoryId", ''), coalesce("subject", ''));

-- AddForeignKey
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_toId_fkey" FOREIGN KEY ("toId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "due_rules" ADD CONSTRAINT "due_rules_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "categories"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "delegations"
  ADD CONSTRAINT "delegations_two_people" CHECK ("fromId" <> "toId"),
  ADD CONSTRAINT "delegations_term" CHECK ("endsAt" > "startsAt"),
  ADD CONSTRAINT "delegations_reason" CHECK (char_length("reason") BETWEEN 1 AND 500);
ALTER TABLE "due_rules"
  ADD CONSTRAINT "due_rules_days" CHECK ("workingDays" BETWEEN 1 AND 60),
  ADD CONSTRAINT "due_rules_subject" CHECK (
    "subject" IS NULL OR "subject" IN ('topic', 'comment', 'opinion', 'suggestion', 'inquiry', 'help')
  );
