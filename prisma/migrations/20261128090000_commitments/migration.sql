-- CreateEnum
CREATE TYPE "CommitmentState" AS ENUM ('open', 'kept', 'keptLate', 'withdrawn');

-- CreateEnum
CREATE TYPE "CommitmentStep" AS ENUM ('week', 'eve', 'head', 'assigner');

-- CreateEnum
CREATE TYPE "CommitmentNoteKind" AS ENUM ('progress', 'kept', 'withdrawn');

-- CreateEnum
CREATE TYPE "CheckAnswer" AS ENUM ('so', 'notYet', 'cannotSay');

-- AlterEnum

ALTER TYPE "NoticeKind" ADD VALUE 'commitmentProgress';
ALTER TYPE "NoticeKind" ADD VALUE 'commitmentKept';
ALTER TYPE "NoticeKind" ADD VALUE 'commitmentMoved';
ALTER TYPE "NoticeKind" ADD VALUE 'commitmentWithdrawn';
ALTER TYPE "NoticeKind" ADD VALUE 'commitmentOverdue';

-- AlterEnum

ALTER TYPE "TimelineKind" ADD VALUE 'commitmentProgress';
ALTER TYPE "TimelineKind" ADD VALUE 'commitmentKept';
ALTER TYPE "TimelineKind" ADD VALUE 'commitmentMoveAsked';
ALTER TYPE "TimelineKind" ADD VALUE 'commitmentMoveRefused';
ALTER TYPE "TimelineKind" ADD VALUE 'commitmentMoved';
ALTER TYPE "TimelineKind" ADD VALUE 'commitmentWithdrawn';
ALTER TYPE "TimelineKind" ADD VALUE 'commitmentReminded';
ALTER TYPE "TimelineKind" ADD VALUE 'commitmentEscalated';

-- CreateTable
CREATE TABLE "response_promises" (
    "id" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "responsible" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "response_promises_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitments" (
    "id" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "responsible" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" "CommitmentState" NOT NULL DEFAULT 'open',
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "keptAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "step" "CommitmentStep",
    "nextStepOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "commitments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment_tallies" (
    "departmentId" TEXT NOT NULL,
    "state" "CommitmentState" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "commitment_tallies_pkey" PRIMARY KEY ("departmentId","state")
);

-- CreateTable
CREATE TABLE "commitment_notes" (
    "id" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "kind" "CommitmentNoteKind" NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "commitment_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment_moves" (
    "id" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "toOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "RequestOutcome",
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionWords" TEXT,

    CONSTRAINT "commitment_moves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment_checks" (
    "commitmentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "answer" "CheckAnswer" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "commitment_checks_pkey" PRIMARY KEY ("commitmentId","personId")
);

-- CreateTable
CREATE TABLE "commitment_check_tallies" (
    "commitmentId" TEXT NOT NULL,
    "answer" "CheckAnswer" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "commitment_check_tallies_pkey" PRIMARY KEY ("commitmentId","answer")
);

-- CreateIndex
CREATE INDEX "response_promises_responseId_id_idx" ON "response_promises"("responseId", "id");

-- CreateIndex
CREATE INDEX "response_promises_authorId_idx" ON "response_promises"("authorId");

-- CreateIndex
CREATE INDEX "commitments_topicId_idx" ON "commitments"("topicId");

-- CreateIndex
CREATE INDEX "commitments_responseId_id_idx" ON "commitments"("responseId", "id");

-- CreateIndex
CREATE INDEX "commitments_versionId_idx" ON "commitments"("versionId");

-- CreateIndex
CREATE INDEX "commitments_assignmentId_idx" ON "commitments"("assignmentId");

-- CreateIndex
CREATE INDEX "commitments_departmentId_id_idx" ON "commitments"("departmentId", "id");

-- CreateIndex
CREATE INDEX "commitments_state_id_idx" ON "commitments"("state", "id");

-- CreateIndex
CREATE INDEX "commitments_state_dueOn_id_idx" ON "commitments"("state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "commitments_departmentId_state_id_idx" ON "commitments"("departmentId", "state", "id");

-- CreateIndex
CREATE INDEX "commitments_departmentId_state_dueOn_id_idx" ON "commitments"("departmentId", "state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "commitments_nextStepOn_id_idx" ON "commitments"("nextStepOn", "id");

-- CreateIndex
CREATE INDEX "commitment_notes_commitmentId_id_idx" ON "commitment_notes"("commitmentId", "id");

-- CreateIndex
CREATE INDEX "commitment_notes_authorId_idx" ON "commitment_notes"("authorId");

-- CreateIndex
CREATE INDEX "commitment_moves_commitmentId_id_idx" ON "commitment_moves"("commitmentId", "id");

-- CreateIndex
CREATE INDEX "commitment_moves_outcome_askedAt_id_idx" ON "commitment_moves"("outcome", "askedAt", "id");

-- CreateIndex
CREATE INDEX "commitment_moves_askedById_idx" ON "commitment_moves"("askedById");

-- CreateIndex
CREATE INDEX "commitment_moves_decidedById_idx" ON "commitment_moves"("decidedById");

-- CreateIndex
CREATE INDEX "commitment_checks_personId_idx" ON "commitment_checks"("personId");

-- AddForeignKey
ALTER TABLE "response_promises" ADD CONSTRAINT "response_promises_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_promises" ADD CONSTRAINT "response_promises_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "response_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_tallies" ADD CONSTRAINT "commitment_tallies_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_notes" ADD CONSTRAINT "commitment_notes_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "commitments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_notes" ADD CONSTRAINT "commitment_notes_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_moves" ADD CONSTRAINT "commitment_moves_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "commitments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_moves" ADD CONSTRAINT "commitment_moves_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_moves" ADD CONSTRAINT "commitment_moves_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_checks" ADD CONSTRAINT "commitment_checks_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "commitments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_checks" ADD CONSTRAINT "commitment_checks_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_check_tallies" ADD CONSTRAINT "commitment_check_tallies_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "commitments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "response_promises" ADD CONSTRAINT "response_promises_words" CHECK (
  char_length("words") BETWEEN 4 AND 200 AND char_length("responsible") BETWEEN 1 AND 60
);

ALTER TABLE "commitments"
  ADD CONSTRAINT "commitments_words" CHECK (
    char_length("words") BETWEEN 4 AND 200 AND char_length("responsible") BETWEEN 1 AND 60
  ),
  ADD CONSTRAINT "commitments_kept" CHECK (("state" IN ('kept', 'keptLate')) = ("keptAt" IS NOT NULL)),
  ADD CONSTRAINT "commitments_withdrawn" CHECK (("state" = 'withdrawn') = ("withdrawnAt" IS NOT NULL)),
  -- Late is what is declared after the day in Shanghai, and nothing else.
  ADD CONSTRAINT "commitments_late" CHECK (
    "keptAt" IS NULL OR ("state" = 'keptLate') = (("keptAt" AT TIME ZONE 'Asia/Shanghai')::date > "dueOn")
  ),
  -- The clock looks at what is open and at nothing else.
  ADD CONSTRAINT "commitments_clock" CHECK ("state" = 'open' OR "nextStepOn" IS NULL);

ALTER TABLE "commitment_tallies" ADD CONSTRAINT "commitment_tallies_count" CHECK ("count" >= 0);
ALTER TABLE "commitment_check_tallies" ADD CONSTRAINT "commitment_check_tallies_count" CHECK ("count" >= 0);
ALTER TABLE "commitment_notes" ADD CONSTRAINT "commitment_notes_text" CHECK (char_length("text") BETWEEN 1 AND 2000);

ALTER TABLE "commitment_moves"
  ADD CONSTRAINT "commitment_moves_reason" CHECK (char_length("reason") BETWEEN 1 AND 500 AND "toOn" > "fromOn"),
  -- What lapsed was decided by nobody: the commitment was kept or taken back meanwhile.
  ADD CONSTRAINT "commitment_moves_decided" CHECK (
    ("outcome" IS NULL) = ("decidedAt" IS NULL)
    AND coalesce("outcome" IN ('granted', 'refused'), false) = ("decidedById" IS NOT NULL)
    AND (coalesce("outcome" <> 'refused', true) OR char_length(coalesce("decisionWords", '')) BETWEEN 1 AND 500)
  );
CREATE UNIQUE INDEX "commitment_moves_open_key" ON "commitment_moves" ("commitmentId") WHERE "outcome" IS NULL;

-- What was promised stays as it was promised, and what is kept or taken back does not open again.
CREATE FUNCTION "refuse_rewriting_commitment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."words", NEW."responsible", NEW."madeAt", NEW."topicId", NEW."responseId", NEW."versionId",
      NEW."assignmentId", NEW."departmentId")
     IS DISTINCT FROM
     (OLD."words", OLD."responsible", OLD."madeAt", OLD."topicId", OLD."responseId", OLD."versionId",
      OLD."assignmentId", OLD."departmentId")
     OR (OLD."state" <> 'open' AND (NEW."state", NEW."dueOn") IS DISTINCT FROM (OLD."state", OLD."dueOn")) THEN
    RAISE EXCEPTION 'a commitment is not rewritten';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "commitments_keep_words" BEFORE UPDATE ON "commitments"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting_commitment"();
CREATE TRIGGER "commitments_stay" BEFORE DELETE ON "commitments"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "commitment_notes_append_only" BEFORE UPDATE OR DELETE ON "commitment_notes"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
