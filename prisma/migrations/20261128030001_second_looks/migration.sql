-- CreateTable
CREATE TABLE "second_looks" (
    "id" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL,
    "moderatorId" TEXT,
    "outcome" "ModerationOutcome",
    "reasonCode" TEXT,
    "reasonText" TEXT,
    "masks" JSONB,
    "note" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "contested" BOOLEAN NOT NULL DEFAULT false,
    "result" "AppealResult",
    "resolvedById" TEXT,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "second_looks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_look_tallies" (
    "day" DATE NOT NULL,
    "moderatorId" TEXT NOT NULL,
    "first" TEXT NOT NULL,
    "second" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "second_look_tallies_pkey" PRIMARY KEY ("day","moderatorId","first","second")
);

-- CreateIndex
CREATE UNIQUE INDEX "second_looks_decisionId_key" ON "second_looks"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "second_looks_taskId_key" ON "second_looks"("taskId");

-- CreateIndex
CREATE INDEX "second_looks_moderatorId_idx" ON "second_looks"("moderatorId");

-- CreateIndex
CREATE INDEX "second_looks_reasonCode_idx" ON "second_looks"("reasonCode");

-- CreateIndex
CREATE INDEX "second_looks_resolvedById_idx" ON "second_looks"("resolvedById");

-- CreateIndex
CREATE INDEX "second_look_tallies_moderatorId_idx" ON "second_look_tallies"("moderatorId");

-- AddForeignKey
ALTER TABLE "second_looks" ADD CONSTRAINT "second_looks_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "moderation_decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_looks" ADD CONSTRAINT "second_looks_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "review_tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_looks" ADD CONSTRAINT "second_looks_reasonCode_fkey" FOREIGN KEY ("reasonCode") REFERENCES "rejection_reasons"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_looks" ADD CONSTRAINT "second_looks_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_looks" ADD CONSTRAINT "second_looks_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_look_tallies" ADD CONSTRAINT "second_look_tallies_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- A second look is recorded whole or not at all; only who is refused is told why.
ALTER TABLE "second_looks"
  ADD CONSTRAINT "second_looks_recorded" CHECK (
    ("moderatorId" IS NULL) = ("outcome" IS NULL) AND ("outcome" IS NULL) = ("decidedAt" IS NULL)
  ),
  ADD CONSTRAINT "second_looks_reason" CHECK (("reasonCode" IS NOT NULL) = ("outcome" IS NOT DISTINCT FROM 'reject')),
  ADD CONSTRAINT "second_looks_masks" CHECK ("masks" IS NULL OR "outcome" = 'approve'),
  -- Only what the two differ in is resolved, and somebody resolves it.
  ADD CONSTRAINT "second_looks_contested" CHECK (NOT "contested" OR "outcome" IS NOT NULL),
  ADD CONSTRAINT "second_looks_resolved" CHECK (
    ("result" IS NULL) = ("resolvedAt" IS NULL) AND ("result" IS NULL) = ("resolvedById" IS NULL)
    AND ("result" IS NULL OR "contested")
  );
ALTER TABLE "second_look_tallies" ADD CONSTRAINT "second_look_tallies_count" CHECK ("count" > 0);

-- What waits for a 审核组长.
CREATE INDEX "second_looks_open_contested" ON "second_looks" ("id") WHERE "contested" AND "resolvedAt" IS NULL;
