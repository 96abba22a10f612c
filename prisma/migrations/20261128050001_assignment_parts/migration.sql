-- CreateEnum
CREATE TYPE "PartState" AS ENUM ('assigned', 'handling', 'returnRequested', 'returned', 'answered', 'withdrawn', 'merged');
CREATE TYPE "RequestKind" AS ENUM ('return', 'extension');
CREATE TYPE "RequestOutcome" AS ENUM ('granted', 'refused', 'lapsed');

-- AlterEnum
ALTER TYPE "TimelineKind" ADD VALUE 'returnRequested' BEFORE 'extended';
ALTER TYPE "TimelineKind" ADD VALUE 'returnDecided' BEFORE 'extended';
ALTER TYPE "TimelineKind" ADD VALUE 'reassigned' BEFORE 'extended';
ALTER TYPE "TimelineKind" ADD VALUE 'extensionRequested' BEFORE 'extended';
ALTER TYPE "TimelineKind" ADD VALUE 'extensionRefused' BEFORE 'extended';
ALTER TYPE "TimelineKind" ADD VALUE 'reminded' BEFORE 'forwarded';
ALTER TYPE "TimelineKind" ADD VALUE 'handedOver' BEFORE 'forwarded';
ALTER TYPE "TimelineKind" ADD VALUE 'merged' BEFORE 'forwarded';
ALTER TYPE "TimelineKind" ADD VALUE 'tookIn' BEFORE 'forwarded';

-- AlterTable
ALTER TABLE "assignments" ADD COLUMN "demandGroupId" TEXT,
  ADD COLUMN "closedAt" TIMESTAMPTZ(3),
  ADD COLUMN "supervisedAt" TIMESTAMPTZ(3);
UPDATE "assignments" SET "closedAt" = "answeredAt";

ALTER TABLE "assignment_departments" ADD COLUMN "state" "PartState" NOT NULL DEFAULT 'assigned',
  ADD COLUMN "assignedAt" TIMESTAMPTZ(3),
  ADD COLUMN "closedAt" TIMESTAMPTZ(3),
  ADD COLUMN "handlerId" TEXT,
  ADD COLUMN "reminders" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "remindedAt" TIMESTAMPTZ(3),
  ADD COLUMN "extensions" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
-- Whoever signed for a matter has been in charge of it.
UPDATE "assignment_departments" p
   SET "assignedAt" = a."assignedAt", "closedAt" = p."answeredAt", "handlerId" = p."acknowledgedById",
       "state" = CASE WHEN p."answeredAt" IS NOT NULL THEN 'answered'
                      WHEN p."acknowledgedAt" IS NOT NULL THEN 'handling'
                      ELSE 'assigned' END::"PartState"
  FROM "assignments" a WHERE a."id" = p."assignmentId";
ALTER TABLE "assignment_departments" ALTER COLUMN "assignedAt" SET NOT NULL;

ALTER TABLE "topics" ADD COLUMN "mergedIntoId" TEXT;

-- CreateTable
CREATE TABLE "assignment_requests" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "RequestOutcome",
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionWords" TEXT,

    CONSTRAINT "assignment_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assignments_demandGroupId_idx" ON "assignments"("demandGroupId");
DROP INDEX "assignments_answeredAt_dueAt_id_idx";
CREATE INDEX "assignments_closedAt_dueAt_id_idx" ON "assignments"("closedAt", "dueAt", "id");
DROP INDEX "assignment_departments_departmentId_answeredAt_dueAt_assign_idx";
CREATE INDEX "assignment_departments_departmentId_answeredAt_assignmentId_idx" ON "assignment_departments"("departmentId", "answeredAt", "assignmentId");
CREATE INDEX "assignment_departments_handlerId_closedAt_dueAt_idx" ON "assignment_departments"("handlerId", "closedAt", "dueAt");
CREATE INDEX "topics_mergedIntoId_idx" ON "topics"("mergedIntoId");
CREATE INDEX "assignment_requests_assignmentId_departmentId_id_idx" ON "assignment_requests"("assignmentId", "departmentId", "id");
CREATE INDEX "assignment_requests_askedById_idx" ON "assignment_requests"("askedById");
CREATE INDEX "assignment_requests_decidedById_idx" ON "assignment_requests"("decidedById");
-- The desk reads what is open along its due dates, and so do the reminders for all departments.
CREATE INDEX "assignment_departments_desk_idx" ON "assignment_departments"("departmentId", "dueAt", "assignmentId") WHERE "closedAt" IS NULL;
CREATE INDEX "assignment_departments_due_idx" ON "assignment_departments"("dueAt", "assignmentId", "departmentId") WHERE "closedAt" IS NULL;
-- An assignment has one lead at a time, and a part one open request.
CREATE UNIQUE INDEX "assignment_departments_one_lead" ON "assignment_departments"("assignmentId") WHERE "part" = 'lead' AND "state" NOT IN ('returned', 'withdrawn');
CREATE UNIQUE INDEX "assignment_requests_one_open" ON "assignment_requests"("assignmentId", "departmentId") WHERE "outcome" IS NULL;
-- What waits for whoever assigns, the longest waiting first.
CREATE INDEX "assignment_requests_open_idx" ON "assignment_requests"("askedAt", "id") WHERE "outcome" IS NULL;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_demandGroupId_fkey" FOREIGN KEY ("demandGroupId") REFERENCES "demand_groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "assignment_departments" ADD CONSTRAINT "assignment_departments_handlerId_fkey" FOREIGN KEY ("handlerId") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "topics" ADD CONSTRAINT "topics_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "topics"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "assignment_requests" ADD CONSTRAINT "assignment_requests_assignmentId_departmentId_fkey" FOREIGN KEY ("assignmentId", "departmentId") REFERENCES "assignment_departments"("assignmentId", "departmentId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "assignment_requests" ADD CONSTRAINT "assignment_requests_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "assignment_requests" ADD CONSTRAINT "assignment_requests_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "assignment_departments"
  ADD CONSTRAINT "assignment_departments_counts" CHECK ("reminders" >= 0 AND "extensions" >= 0),
  ADD CONSTRAINT "assignment_departments_closed" CHECK (
    ("closedAt" IS NULL) = ("state" IN ('assigned', 'handling', 'returnRequested'))
  ),
  ADD CONSTRAINT "assignment_departments_answered" CHECK (("answeredAt" IS NOT NULL) = ("state" = 'answered')),
  ADD CONSTRAINT "assignment_departments_acknowledged" CHECK (
    ("state" <> 'assigned' OR "acknowledgedAt" IS NULL) AND ("state" <> 'handling' OR "acknowledgedAt" IS NOT NULL)
  );
ALTER TABLE "topics" ADD CONSTRAINT "topics_not_merged_into_itself" CHECK ("mergedIntoId" <> "id");
ALTER TABLE "assignment_requests"
  ADD CONSTRAINT "assignment_requests_reason" CHECK (char_length("reason") BETWEEN 1 AND 500),
  ADD CONSTRAINT "assignment_requests_due" CHECK (("kind" = 'extension') = ("dueAt" IS NOT NULL)),
  ADD CONSTRAINT "assignment_requests_decided" CHECK (
    ("outcome" IS NULL) = ("decidedAt" IS NULL)
    AND ("outcome" IS NULL OR "outcome" = 'lapsed' OR "decidedById" IS NOT NULL)
    AND ("outcome" IS DISTINCT FROM 'refused' OR char_length(coalesce("decisionWords", '')) > 0)
  );
