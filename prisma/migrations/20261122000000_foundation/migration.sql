-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('resident', 'member', 'expert', 'official', 'moderator', 'convener', 'liaison', 'admin', 'auditor');

-- CreateEnum
CREATE TYPE "Duty" AS ENUM ('draft', 'sign', 'assign', 'review', 'senior');

-- CreateEnum
CREATE TYPE "PersonStatus" AS ENUM ('active', 'suspended', 'closed');

-- CreateEnum
CREATE TYPE "PhoneCodePurpose" AS ENUM ('signUp', 'changePhone', 'recover', 'welcome');

-- CreateEnum
CREATE TYPE "StudioLevel" AS ENUM ('studio', 'station');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('collecting', 'deliberating', 'concluding', 'handling', 'evaluating', 'closed');

-- CreateEnum
CREATE TYPE "TopicMode" AS ENUM ('preModeration', 'postModeration', 'readOnly');

-- CreateEnum
CREATE TYPE "TimelineKind" AS ENUM ('opened', 'stageMoved', 'assigned', 'acknowledged', 'extended', 'forwarded', 'supervised', 'responsePublished', 'responseCorrected', 'summaryPublished', 'noConsensus', 'note');

-- CreateEnum
CREATE TYPE "Voice" AS ENUM ('resident', 'member', 'expert', 'official', 'convener', 'onSite');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('support', 'conditional', 'neutral', 'oppose');

-- CreateEnum
CREATE TYPE "CommentKind" AS ENUM ('opinion', 'suggestion', 'inquiry', 'help');

-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('pending', 'published', 'rejected', 'returned', 'withdrawn', 'superseded');

-- CreateEnum
CREATE TYPE "ModerationOutcome" AS ENUM ('approve', 'reject', 'return');

-- CreateEnum
CREATE TYPE "Part" AS ENUM ('lead', 'joint', 'parallel');

-- CreateEnum
CREATE TYPE "ResponseStatus" AS ENUM ('drafting', 'awaitingSignOff', 'published');

-- CreateEnum
CREATE TYPE "DeclaredResult" AS ENUM ('resolved', 'resolving', 'planned', 'reference');

-- CreateEnum
CREATE TYPE "SignOffOutcome" AS ENUM ('approve', 'return');

-- CreateEnum
CREATE TYPE "SummaryStatus" AS ENUM ('draft', 'published');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('consensus', 'partialConsensus', 'noConsensus');

-- CreateEnum
CREATE TYPE "PointKind" AS ENUM ('consensus', 'suggestion', 'dissent');

-- CreateTable
CREATE TABLE "people" (
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "displayName" TEXT NOT NULL,
    "passwordHash" TEXT,
    "phoneConfirmedAt" TIMESTAMPTZ(3),
    "status" "PersonStatus" NOT NULL DEFAULT 'active',
    "language" TEXT NOT NULL DEFAULT 'zh-Hans',
    "districtId" TEXT,
    "textMessages" BOOLEAN NOT NULL DEFAULT true,
    "persona" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_details" (
    "personId" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "phoneHash" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_details_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "grants" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "duty" "Duty",
    "departmentId" TEXT,
    "studioId" TEXT,
    "title" TEXT,
    "grantedById" TEXT,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "secondFactorAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL,
    "addressHash" TEXT NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factors" (
    "personId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phone_codes" (
    "id" TEXT NOT NULL,
    "purpose" "PhoneCodePurpose" NOT NULL,
    "phone" TEXT NOT NULL,
    "phoneHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "phone_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failures" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_windows" (
    "key" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_windows_pkey" PRIMARY KEY ("key","startsAt")
);

-- CreateTable
CREATE TABLE "districts" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parentId" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "districts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "departments" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "districtId" TEXT,
    "telephone" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "departments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "studio_types" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "studio_types_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "studios" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" "StudioLevel" NOT NULL,
    "typeId" TEXT NOT NULL,
    "districtId" TEXT,
    "sector" TEXT,
    "place" TEXT NOT NULL,
    "introduction" TEXT NOT NULL,
    "duties" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "studios_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "categories" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "categories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "background" TEXT NOT NULL,
    "backgroundHtml" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'zh-Hans',
    "categoryId" TEXT NOT NULL,
    "studioId" TEXT NOT NULL,
    "districtId" TEXT,
    "openedById" TEXT NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "stage" "Stage" NOT NULL,
    "stageSince" TIMESTAMPTZ(3) NOT NULL,
    "mode" "TopicMode" NOT NULL DEFAULT 'preModeration',
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3),
    "commentCount" INTEGER NOT NULL DEFAULT 0,
    "voiceCount" INTEGER NOT NULL DEFAULT 0,
    "responseCount" INTEGER NOT NULL DEFAULT 0,
    "hot" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "lastCommentAt" TIMESTAMPTZ(3),
    "respondedAt" TIMESTAMPTZ(3),
    "supervised" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_voices" (
    "topicId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "comments" INTEGER NOT NULL,

    CONSTRAINT "topic_voices_pkey" PRIMARY KEY ("topicId","personId")
);

-- CreateTable
CREATE TABLE "stance_tallies" (
    "topicId" TEXT NOT NULL,
    "stance" "Stance" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "stance_tallies_pkey" PRIMARY KEY ("topicId","stance")
);

-- CreateTable
CREATE TABLE "timeline_entries" (
    "id" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "kind" "TimelineKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "data" JSONB NOT NULL,

    CONSTRAINT "timeline_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comments" (
    "id" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "voice" "Voice" NOT NULL DEFAULT 'resident',
    "authorTitle" TEXT,
    "rootId" TEXT,
    "replyToId" TEXT,
    "quotedRevisionId" TEXT,
    "stance" "Stance",
    "kind" "CommentKind" NOT NULL,
    "status" "ReviewStatus" NOT NULL,
    "currentRevisionId" TEXT,
    "latestRevisionId" TEXT NOT NULL,
    "latestStatus" "ReviewStatus" NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "replyCount" INTEGER NOT NULL DEFAULT 0,
    "hot" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "respondedAt" TIMESTAMPTZ(3),
    "lang" TEXT NOT NULL DEFAULT 'zh-Hans',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_revisions" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "stance" "Stance",
    "kind" "CommentKind" NOT NULL,
    "status" "ReviewStatus" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "comment_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rejection_reasons" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "rejection_reasons_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "moderation_decisions" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "outcome" "ModerationOutcome" NOT NULL,
    "reasonCode" TEXT,
    "reasonText" TEXT,
    "note" TEXT,
    "moderatorId" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "waitedMs" BIGINT NOT NULL,

    CONSTRAINT "moderation_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "commentId" TEXT,
    "assignedById" TEXT NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "dueProvisional" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_departments" (
    "assignmentId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "part" "Part" NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "acknowledgedById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_departments_pkey" PRIMARY KEY ("assignmentId","departmentId")
);

-- CreateTable
CREATE TABLE "responses" (
    "id" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "status" "ResponseStatus" NOT NULL,
    "declaredResult" "DeclaredResult" NOT NULL,
    "currentDraftId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "responses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_drafts" (
    "id" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "response_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_sign_offs" (
    "id" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "drafterId" TEXT NOT NULL,
    "signerId" TEXT NOT NULL,
    "outcome" "SignOffOutcome" NOT NULL,
    "comment" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "response_sign_offs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_answers" (
    "responseId" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,

    CONSTRAINT "response_answers_pkey" PRIMARY KEY ("responseId","commentId")
);

-- CreateTable
CREATE TABLE "outcome_summaries" (
    "id" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "SummaryStatus" NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "introduction" TEXT NOT NULL,
    "introductionHtml" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "draftedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "outcome_summaries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "summary_points" (
    "id" TEXT NOT NULL,
    "summaryId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "PointKind" NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,

    CONSTRAINT "summary_points_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citations" (
    "pointId" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "citations_pkey" PRIMARY KEY ("pointId","commentId")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT,
    "actorRole" "Role",
    "action" TEXT NOT NULL,
    "objectType" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "addressHash" TEXT,
    "requestId" TEXT,
    "detail" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_personal_values" (
    "eventId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "audit_personal_values_pkey" PRIMARY KEY ("eventId","name")
);

-- CreateTable
CREATE TABLE "duration_histograms" (
    "measure" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "value" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "duration_histograms_pkey" PRIMARY KEY ("measure","day","value")
);

-- CreateTable
CREATE TABLE "queue_counts" (
    "view" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "queue_counts_pkey" PRIMARY KEY ("view")
);

-- CreateTable
CREATE TABLE "calendar_days" (
    "date" DATE NOT NULL,
    "working" BOOLEAN NOT NULL,
    "name" TEXT,

    CONSTRAINT "calendar_days_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "search_entries" (
    "objectId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "tokens" tsvector NOT NULL,

    CONSTRAINT "search_entries_pkey" PRIMARY KEY ("objectId")
);

-- CreateTable
CREATE TABLE "text_messages" (
    "id" TEXT NOT NULL,
    "personId" TEXT,
    "phone" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "text_messages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "people_persona_key" ON "people"("persona");

-- CreateIndex
CREATE INDEX "people_status_id_idx" ON "people"("status", "id");

-- CreateIndex
CREATE INDEX "people_displayName_id_idx" ON "people"("displayName" text_pattern_ops, "id");

-- CreateIndex
CREATE UNIQUE INDEX "person_details_phoneHash_key" ON "person_details"("phoneHash");

-- CreateIndex
CREATE INDEX "grants_personId_idx" ON "grants"("personId");

-- CreateIndex
CREATE INDEX "grants_departmentId_role_idx" ON "grants"("departmentId", "role");

-- CreateIndex
CREATE INDEX "grants_studioId_role_idx" ON "grants"("studioId", "role");

-- CreateIndex
CREATE INDEX "grants_grantedById_idx" ON "grants"("grantedById");

-- CreateIndex
CREATE INDEX "grants_role_id_idx" ON "grants"("role", "id");

-- CreateIndex
CREATE INDEX "sessions_personId_idx" ON "sessions"("personId");

-- CreateIndex
CREATE INDEX "sessions_expiresAt_idx" ON "sessions"("expiresAt");

-- CreateIndex
CREATE INDEX "recovery_codes_personId_idx" ON "recovery_codes"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "consents_personId_version_key" ON "consents"("personId", "version");

-- CreateIndex
CREATE INDEX "phone_codes_expiresAt_idx" ON "phone_codes"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_codeHash_key" ON "invitations"("codeHash");

-- CreateIndex
CREATE INDEX "invitations_personId_idx" ON "invitations"("personId");

-- CreateIndex
CREATE INDEX "sign_in_failures_lastAt_idx" ON "sign_in_failures"("lastAt");

-- CreateIndex
CREATE INDEX "rate_windows_startsAt_idx" ON "rate_windows"("startsAt");

-- CreateIndex
CREATE INDEX "districts_parentId_idx" ON "districts"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "departments_name_key" ON "departments"("name");

-- CreateIndex
CREATE INDEX "departments_districtId_idx" ON "departments"("districtId");

-- CreateIndex
CREATE UNIQUE INDEX "studio_types_name_key" ON "studio_types"("name");

-- CreateIndex
CREATE UNIQUE INDEX "studios_name_key" ON "studios"("name");

-- CreateIndex
CREATE INDEX "studios_typeId_idx" ON "studios"("typeId");

-- CreateIndex
CREATE INDEX "studios_districtId_idx" ON "studios"("districtId");

-- CreateIndex
CREATE UNIQUE INDEX "categories_name_key" ON "categories"("name");

-- CreateIndex
CREATE UNIQUE INDEX "topics_code_key" ON "topics"("code");

-- CreateIndex
CREATE INDEX "topics_stage_id_idx" ON "topics"("stage", "id");

-- CreateIndex
CREATE INDEX "topics_stage_hot_id_idx" ON "topics"("stage", "hot", "id");

-- CreateIndex
CREATE INDEX "topics_hot_id_idx" ON "topics"("hot", "id");

-- CreateIndex
CREATE INDEX "topics_respondedAt_id_idx" ON "topics"("respondedAt", "id");

-- CreateIndex
CREATE INDEX "topics_stage_respondedAt_id_idx" ON "topics"("stage", "respondedAt", "id");

-- CreateIndex
CREATE INDEX "topics_categoryId_id_idx" ON "topics"("categoryId", "id");

-- CreateIndex
CREATE INDEX "topics_studioId_id_idx" ON "topics"("studioId", "id");

-- CreateIndex
CREATE INDEX "topics_districtId_id_idx" ON "topics"("districtId", "id");

-- CreateIndex
CREATE INDEX "topics_openedById_idx" ON "topics"("openedById");

-- CreateIndex
CREATE INDEX "topic_voices_personId_idx" ON "topic_voices"("personId");

-- CreateIndex
CREATE INDEX "timeline_entries_topicId_at_id_idx" ON "timeline_entries"("topicId", "at", "id");

-- CreateIndex
CREATE INDEX "timeline_entries_actorId_idx" ON "timeline_entries"("actorId");

-- CreateIndex
CREATE UNIQUE INDEX "comments_currentRevisionId_key" ON "comments"("currentRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "comments_latestRevisionId_key" ON "comments"("latestRevisionId");

-- CreateIndex
CREATE INDEX "comments_topicId_rootId_status_id_idx" ON "comments"("topicId", "rootId", "status", "id");

-- CreateIndex
CREATE INDEX "comments_topicId_rootId_status_stance_id_idx" ON "comments"("topicId", "rootId", "status", "stance", "id");

-- CreateIndex
CREATE INDEX "comments_topicId_rootId_status_voice_id_idx" ON "comments"("topicId", "rootId", "status", "voice", "id");

-- CreateIndex
CREATE INDEX "comments_topicId_rootId_status_kind_id_idx" ON "comments"("topicId", "rootId", "status", "kind", "id");

-- CreateIndex
CREATE INDEX "comments_topicId_rootId_status_hot_id_idx" ON "comments"("topicId", "rootId", "status", "hot", "id");

-- CreateIndex
CREATE INDEX "comments_topicId_rootId_status_stance_hot_id_idx" ON "comments"("topicId", "rootId", "status", "stance", "hot", "id");

-- CreateIndex
CREATE INDEX "comments_topicId_rootId_status_voice_hot_id_idx" ON "comments"("topicId", "rootId", "status", "voice", "hot", "id");

-- CreateIndex
CREATE INDEX "comments_topicId_rootId_status_kind_hot_id_idx" ON "comments"("topicId", "rootId", "status", "kind", "hot", "id");

-- CreateIndex
CREATE INDEX "comments_topicId_rootId_status_respondedAt_id_idx" ON "comments"("topicId", "rootId", "status", "respondedAt", "id");

-- CreateIndex
CREATE INDEX "comments_rootId_status_id_idx" ON "comments"("rootId", "status", "id");

-- CreateIndex
CREATE INDEX "comments_authorId_id_idx" ON "comments"("authorId", "id");

-- CreateIndex
CREATE INDEX "comments_authorId_topicId_latestStatus_idx" ON "comments"("authorId", "topicId", "latestStatus");

-- CreateIndex
CREATE INDEX "comments_latestStatus_latestRevisionId_idx" ON "comments"("latestStatus", "latestRevisionId");

-- CreateIndex
CREATE INDEX "comments_topicId_latestStatus_latestRevisionId_idx" ON "comments"("topicId", "latestStatus", "latestRevisionId");

-- CreateIndex
CREATE INDEX "comments_replyToId_idx" ON "comments"("replyToId");

-- CreateIndex
CREATE INDEX "comments_quotedRevisionId_idx" ON "comments"("quotedRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "comment_revisions_commentId_number_key" ON "comment_revisions"("commentId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "moderation_decisions_revisionId_key" ON "moderation_decisions"("revisionId");

-- CreateIndex
CREATE INDEX "moderation_decisions_commentId_id_idx" ON "moderation_decisions"("commentId", "id");

-- CreateIndex
CREATE INDEX "moderation_decisions_moderatorId_id_idx" ON "moderation_decisions"("moderatorId", "id");

-- CreateIndex
CREATE INDEX "moderation_decisions_reasonCode_idx" ON "moderation_decisions"("reasonCode");

-- CreateIndex
CREATE INDEX "assignments_topicId_idx" ON "assignments"("topicId");

-- CreateIndex
CREATE INDEX "assignments_commentId_idx" ON "assignments"("commentId");

-- CreateIndex
CREATE INDEX "assignments_answeredAt_dueAt_id_idx" ON "assignments"("answeredAt", "dueAt", "id");

-- CreateIndex
CREATE INDEX "assignments_assignedById_idx" ON "assignments"("assignedById");

-- CreateIndex
CREATE INDEX "assignment_departments_departmentId_answeredAt_dueAt_assign_idx" ON "assignment_departments"("departmentId", "answeredAt", "dueAt", "assignmentId");

-- CreateIndex
CREATE INDEX "assignment_departments_acknowledgedById_idx" ON "assignment_departments"("acknowledgedById");

-- CreateIndex
CREATE UNIQUE INDEX "responses_currentDraftId_key" ON "responses"("currentDraftId");

-- CreateIndex
CREATE INDEX "responses_topicId_status_publishedAt_idx" ON "responses"("topicId", "status", "publishedAt");

-- CreateIndex
CREATE INDEX "responses_departmentId_status_id_idx" ON "responses"("departmentId", "status", "id");

-- CreateIndex
CREATE INDEX "responses_status_publishedAt_id_idx" ON "responses"("status", "publishedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "responses_assignmentId_departmentId_key" ON "responses"("assignmentId", "departmentId");

-- CreateIndex
CREATE INDEX "response_drafts_authorId_idx" ON "response_drafts"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "response_drafts_responseId_number_key" ON "response_drafts"("responseId", "number");

-- CreateIndex
CREATE INDEX "response_sign_offs_responseId_id_idx" ON "response_sign_offs"("responseId", "id");

-- CreateIndex
CREATE INDEX "response_sign_offs_draftId_idx" ON "response_sign_offs"("draftId");

-- CreateIndex
CREATE INDEX "response_sign_offs_drafterId_idx" ON "response_sign_offs"("drafterId");

-- CreateIndex
CREATE INDEX "response_sign_offs_signerId_idx" ON "response_sign_offs"("signerId");

-- CreateIndex
CREATE INDEX "response_answers_commentId_idx" ON "response_answers"("commentId");

-- CreateIndex
CREATE INDEX "outcome_summaries_status_publishedAt_id_idx" ON "outcome_summaries"("status", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "outcome_summaries_draftedById_idx" ON "outcome_summaries"("draftedById");

-- CreateIndex
CREATE INDEX "outcome_summaries_publishedById_idx" ON "outcome_summaries"("publishedById");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_summaries_topicId_number_key" ON "outcome_summaries"("topicId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "summary_points_summaryId_position_key" ON "summary_points"("summaryId", "position");

-- CreateIndex
CREATE INDEX "citations_commentId_idx" ON "citations"("commentId");

-- CreateIndex
CREATE INDEX "citations_revisionId_idx" ON "citations"("revisionId");

-- CreateIndex
CREATE INDEX "audit_events_objectType_objectId_id_idx" ON "audit_events"("objectType", "objectId", "id");

-- CreateIndex
CREATE INDEX "audit_events_actorId_id_idx" ON "audit_events"("actorId", "id");

-- CreateIndex
CREATE INDEX "audit_events_action_id_idx" ON "audit_events"("action", "id");

-- CreateIndex
CREATE INDEX "audit_personal_values_personId_idx" ON "audit_personal_values"("personId");

-- CreateIndex
CREATE INDEX "search_entries_tokens_idx" ON "search_entries" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "search_entries_topicId_idx" ON "search_entries"("topicId");

-- CreateIndex
CREATE INDEX "text_messages_sentAt_id_idx" ON "text_messages"("sentAt", "id");

-- CreateIndex
CREATE INDEX "text_messages_personId_idx" ON "text_messages"("personId");

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "districts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_details" ADD CONSTRAINT "person_details_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "departments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_studioId_fkey" FOREIGN KEY ("studioId") REFERENCES "studios"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "districts" ADD CONSTRAINT "districts_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "districts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "departments" ADD CONSTRAINT "departments_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "districts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studios" ADD CONSTRAINT "studios_typeId_fkey" FOREIGN KEY ("typeId") REFERENCES "studio_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studios" ADD CONSTRAINT "studios_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "districts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "categories"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_studioId_fkey" FOREIGN KEY ("studioId") REFERENCES "studios"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "districts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_voices" ADD CONSTRAINT "topic_voices_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_voices" ADD CONSTRAINT "topic_voices_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance_tallies" ADD CONSTRAINT "stance_tallies_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_rootId_fkey" FOREIGN KEY ("rootId") REFERENCES "comments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_replyToId_fkey" FOREIGN KEY ("replyToId") REFERENCES "comments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_quotedRevisionId_fkey" FOREIGN KEY ("quotedRevisionId") REFERENCES "comment_revisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_currentRevisionId_fkey" FOREIGN KEY ("currentRevisionId") REFERENCES "comment_revisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_latestRevisionId_fkey" FOREIGN KEY ("latestRevisionId") REFERENCES "comment_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_revisions" ADD CONSTRAINT "comment_revisions_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "comment_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_reasonCode_fkey" FOREIGN KEY ("reasonCode") REFERENCES "rejection_reasons"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_assignedById_fkey" FOREIGN KEY ("assignedById") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_departments" ADD CONSTRAINT "assignment_departments_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_departments" ADD CONSTRAINT "assignment_departments_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_departments" ADD CONSTRAINT "assignment_departments_acknowledgedById_fkey" FOREIGN KEY ("acknowledgedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_currentDraftId_fkey" FOREIGN KEY ("currentDraftId") REFERENCES "response_drafts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_drafts" ADD CONSTRAINT "response_drafts_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_drafts" ADD CONSTRAINT "response_drafts_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_sign_offs" ADD CONSTRAINT "response_sign_offs_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_sign_offs" ADD CONSTRAINT "response_sign_offs_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "response_drafts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_sign_offs" ADD CONSTRAINT "response_sign_offs_drafterId_fkey" FOREIGN KEY ("drafterId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_sign_offs" ADD CONSTRAINT "response_sign_offs_signerId_fkey" FOREIGN KEY ("signerId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_answers" ADD CONSTRAINT "response_answers_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_answers" ADD CONSTRAINT "response_answers_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_summaries" ADD CONSTRAINT "outcome_summaries_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_summaries" ADD CONSTRAINT "outcome_summaries_draftedById_fkey" FOREIGN KEY ("draftedById") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_summaries" ADD CONSTRAINT "outcome_summaries_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "summary_points" ADD CONSTRAINT "summary_points_summaryId_fkey" FOREIGN KEY ("summaryId") REFERENCES "outcome_summaries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "summary_points"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "comment_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_messages" ADD CONSTRAINT "text_messages_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

