-- CreateEnum
CREATE TYPE "SanctionStep" AS ENUM ('warning', 'limited', 'suspended', 'closed', 'barred');

-- CreateEnum
CREATE TYPE "SanctionStatus" AS ENUM ('proposed', 'active', 'dismissed', 'lifted');

-- CreateEnum
CREATE TYPE "SanctionAppealResult" AS ENUM ('upheld', 'lifted');

-- CreateTable
CREATE TABLE "sanctions" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "step" "SanctionStep" NOT NULL,
    "status" "SanctionStatus" NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedById" TEXT,
    "bySenior" BOOLEAN NOT NULL DEFAULT false,
    "days" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "from" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),
    "imposedById" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,
    "closingNote" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sanctions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sanction_basis" (
    "sanctionId" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,

    CONSTRAINT "sanction_basis_pkey" PRIMARY KEY ("sanctionId","commentId")
);

-- CreateTable
CREATE TABLE "sanction_appeals" (
    "sanctionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "result" "SanctionAppealResult",
    "explanation" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sanction_appeals_pkey" PRIMARY KEY ("sanctionId")
);

-- CreateTable
CREATE TABLE "barred_numbers" (
    "sanctionId" TEXT NOT NULL,
    "phoneHash" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "barred_numbers_pkey" PRIMARY KEY ("sanctionId","phoneHash")
);

-- CreateIndex
CREATE INDEX "sanctions_personId_id_idx" ON "sanctions"("personId", "id");

-- CreateIndex
CREATE INDEX "sanctions_status_id_idx" ON "sanctions"("status", "id");

-- CreateIndex
CREATE INDEX "sanctions_proposedById_idx" ON "sanctions"("proposedById");

-- CreateIndex
CREATE INDEX "sanctions_imposedById_idx" ON "sanctions"("imposedById");

-- CreateIndex
CREATE INDEX "sanctions_closedById_idx" ON "sanctions"("closedById");

-- CreateIndex
CREATE INDEX "sanction_basis_commentId_idx" ON "sanction_basis"("commentId");

-- CreateIndex
CREATE INDEX "sanction_appeals_decidedById_idx" ON "sanction_appeals"("decidedById");

-- CreateIndex
CREATE INDEX "barred_numbers_phoneHash_idx" ON "barred_numbers"("phoneHash");

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_imposedById_fkey" FOREIGN KEY ("imposedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction_basis" ADD CONSTRAINT "sanction_basis_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "sanctions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction_basis" ADD CONSTRAINT "sanction_basis_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction_appeals" ADD CONSTRAINT "sanction_appeals_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "sanctions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction_appeals" ADD CONSTRAINT "sanction_appeals_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "barred_numbers" ADD CONSTRAINT "barred_numbers_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "sanctions"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- One proposal a person waits at a time: what comes later joins it.
CREATE UNIQUE INDEX "sanctions_one_proposal" ON "sanctions" ("personId") WHERE "status" = 'proposed';

-- Asked for with every request of somebody who is signed in.
CREATE INDEX "sanctions_in_force" ON "sanctions" ("personId") WHERE "status" = 'active';

-- The lists: what is in force by its end, appeals by the day on which they are due.
CREATE INDEX "sanctions_by_end" ON "sanctions" (coalesce("until", 'infinity'::timestamptz), "id")
  WHERE "status" = 'active';
CREATE INDEX "sanction_appeals_open" ON "sanction_appeals" ("dueAt", "sanctionId") WHERE "result" IS NULL;

ALTER TABLE "sanctions"
  -- What is imposed has a beginning and a reason that the person reads; what only waits has neither effect.
  ADD CONSTRAINT "sanctions_imposed" CHECK (
    ("status" IN ('proposed', 'dismissed')) = ("from" IS NULL) AND ("from" IS NULL OR "reason" <> '')
  ),
  -- 警示, 限制 and 暂停 end by themselves; 关闭 and 禁止重新注册 do not.
  ADD CONSTRAINT "sanctions_term" CHECK (
    "from" IS NULL OR ("until" IS NULL) = ("step" IN ('closed', 'barred'))
  ),
  ADD CONSTRAINT "sanctions_until" CHECK ("until" IS NULL OR "until" > "from"),
  ADD CONSTRAINT "sanctions_closed" CHECK (
    ("status" IN ('dismissed', 'lifted')) = ("closedAt" IS NOT NULL)
    AND ("closedAt" IS NULL) = ("closingNote" IS NULL)
  );

ALTER TABLE "sanction_appeals"
  ADD CONSTRAINT "sanction_appeals_text" CHECK (char_length("text") BETWEEN 1 AND 1000),
  ADD CONSTRAINT "sanction_appeals_result" CHECK (
    ("result" IS NULL) = ("decidedAt" IS NULL) AND ("result" IS NULL) = ("explanation" IS NULL)
  );

-- 计入账号处置: a refusal for this reason is a breach, and not only out of place.
ALTER TABLE "rejection_reasons" ADD COLUMN "breach" BOOLEAN NOT NULL DEFAULT true;
UPDATE "rejection_reasons" SET "breach" = false
 WHERE "code" IN ('personal-information', 'off-topic', 'duplicate', 'other');

-- Suspended accounts become sanctions for the longest term; by whom and why, the audit trail knows.
INSERT INTO "sanctions" ("id", "personId", "step", "status", "proposedAt", "reason", "from", "until", "imposedById")
SELECT p."id", p."id", 'suspended', 'active', now(), coalesce(e."detail"->>'reason', '—'), now(),
       now() + interval '180 days', e."actorId"
  FROM "people" p
  LEFT JOIN LATERAL (
    SELECT a."actorId", a."detail" FROM "audit_events" a
     WHERE a."objectType" = 'person' AND a."objectId" = p."id" AND a."action" = 'person.suspended'
     ORDER BY a."id" DESC LIMIT 1) e ON true
 WHERE p."status" = 'suspended';

-- Whether an account is suspended is what its sanctions say, and no second column.
UPDATE "people" SET "status" = 'active' WHERE "status" = 'suspended';
CREATE TYPE "PersonStatusNow" AS ENUM ('active', 'closed');
ALTER TABLE "people" ALTER COLUMN "status" DROP DEFAULT;
ALTER TABLE "people" ALTER COLUMN "status" TYPE "PersonStatusNow" USING ("status"::text::"PersonStatusNow");
DROP TYPE "PersonStatus";
ALTER TYPE "PersonStatusNow" RENAME TO "PersonStatus";
ALTER TABLE "people" ALTER COLUMN "status" SET DEFAULT 'active';
