-- AlterTable
ALTER TABLE "comment_revisions" ADD COLUMN     "fingerprint" TEXT;

-- CreateTable
CREATE TABLE "screening_rules" (
    "id" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "asks" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "screening_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listed_words" (
    "id" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "note" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "listed_words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "screening_findings" (
    "revisionId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "asks" TEXT NOT NULL,
    "trial" BOOLEAN NOT NULL DEFAULT false,
    "evidence" JSONB NOT NULL,
    "params" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "screening_findings_pkey" PRIMARY KEY ("revisionId","rule")
);

-- CreateIndex
CREATE INDEX "listed_words_list_active_id_idx" ON "listed_words"("list", "active", "id");

-- CreateIndex
CREATE INDEX "listed_words_word_id_idx" ON "listed_words"("word" text_pattern_ops, "id");

-- CreateIndex
CREATE UNIQUE INDEX "listed_words_list_word_key" ON "listed_words"("list", "word");

-- CreateIndex
CREATE INDEX "screening_findings_rule_at_idx" ON "screening_findings"("rule", "at");

-- CreateIndex
CREATE INDEX "comment_revisions_fingerprint_id_idx" ON "comment_revisions"("fingerprint", "id");

-- AddForeignKey
ALTER TABLE "screening_findings" ADD CONSTRAINT "screening_findings_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "comment_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "screening_rules" ADD CONSTRAINT "screening_rules_words" CHECK (
  "mode" IN ('off', 'trial', 'on') AND "asks" IN ('refuse', 'hold', 'mask', 'watch')
);
ALTER TABLE "listed_words" ADD CONSTRAINT "listed_words_words" CHECK (
  "list" IN ('refuse', 'hold', 'mask', 'watch', 'allow') AND char_length("word") BETWEEN 2 AND 60
);
ALTER TABLE "screening_findings"
  ADD CONSTRAINT "screening_findings_asks" CHECK ("asks" IN ('refuse', 'hold', 'mask', 'watch')),
  ADD CONSTRAINT "screening_findings_evidence" CHECK (jsonb_typeof("evidence") = 'array');

-- What is masked in public is kept as it was typed, and is as long.
ALTER TABLE "comment_revisions" ADD CONSTRAINT "comment_revisions_original" CHECK (
  "originalText" IS NULL OR ("originalText" <> "text" AND char_length("originalText") BETWEEN 1 AND 2000)
);
