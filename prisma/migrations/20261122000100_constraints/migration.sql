-- What column types cannot hold.

-- A comment and its first revision name each other: checked at the commit.
ALTER TABLE "comments" ALTER CONSTRAINT "comments_currentRevisionId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "comments" ALTER CONSTRAINT "comments_latestRevisionId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "responses" ALTER CONSTRAINT "responses_currentDraftId_fkey" DEFERRABLE INITIALLY DEFERRED;

-- A grant is bound to one body at most, and as its role asks.
ALTER TABLE "grants"
  ADD CONSTRAINT "grants_one_body" CHECK ("departmentId" IS NULL OR "studioId" IS NULL),
  ADD CONSTRAINT "grants_role_shape" CHECK (
    CASE "role"
      WHEN 'official' THEN "duty" IN ('draft', 'sign', 'assign') AND "studioId" IS NULL
        AND ("duty" = 'assign' OR "departmentId" IS NOT NULL)
      WHEN 'moderator' THEN "duty" IN ('review', 'senior') AND "departmentId" IS NULL AND "studioId" IS NULL
      WHEN 'convener' THEN "duty" IS NULL AND "studioId" IS NOT NULL
      WHEN 'liaison' THEN "duty" IS NULL AND "studioId" IS NOT NULL
      WHEN 'member' THEN "duty" IS NULL AND "departmentId" IS NULL
      ELSE "duty" IS NULL AND "departmentId" IS NULL AND "studioId" IS NULL
    END
  );

ALTER TABLE "people" ADD CONSTRAINT "people_display_name" CHECK (char_length("displayName") BETWEEN 1 AND 40);

ALTER TABLE "topics"
  ADD CONSTRAINT "topics_counts" CHECK ("commentCount" >= 0 AND "voiceCount" >= 0 AND "responseCount" >= 0),
  ADD CONSTRAINT "topics_closes_after_opening" CHECK ("closesAt" IS NULL OR "closesAt" > "openedAt"),
  ADD CONSTRAINT "topics_title" CHECK (char_length("title") BETWEEN 4 AND 120);

ALTER TABLE "topic_voices" ADD CONSTRAINT "topic_voices_count" CHECK ("comments" >= 0);
ALTER TABLE "stance_tallies" ADD CONSTRAINT "stance_tallies_count" CHECK ("count" >= 0);
ALTER TABLE "queue_counts" ADD CONSTRAINT "queue_counts_count" CHECK ("count" >= 0);

ALTER TABLE "comments"
  ADD CONSTRAINT "comments_published_has_revision" CHECK (
    "status" <> 'published' OR ("currentRevisionId" IS NOT NULL AND "publishedAt" IS NOT NULL)
  ),
  ADD CONSTRAINT "comments_reply_has_root" CHECK ("replyToId" IS NULL OR "rootId" IS NOT NULL),
  ADD CONSTRAINT "comments_not_own_root" CHECK ("rootId" <> "id"),
  ADD CONSTRAINT "comments_reply_count" CHECK ("replyCount" >= 0),
  ADD CONSTRAINT "comments_status" CHECK ("status" <> 'superseded' AND "latestStatus" <> 'superseded');

ALTER TABLE "comment_revisions"
  ADD CONSTRAINT "comment_revisions_text" CHECK (char_length("text") BETWEEN 1 AND 2000),
  ADD CONSTRAINT "comment_revisions_number" CHECK ("number" >= 1);

-- Who is refused is told why.
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_reason" CHECK (
  "outcome" = 'approve' OR ("reasonText" IS NOT NULL AND char_length("reasonText") > 0)
);
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_reject_code" CHECK (
  "outcome" <> 'reject' OR "reasonCode" IS NOT NULL
);

ALTER TABLE "response_sign_offs" ADD CONSTRAINT "response_sign_offs_other_person" CHECK ("drafterId" <> "signerId");
ALTER TABLE "response_sign_offs" ADD CONSTRAINT "response_sign_offs_return_says_why" CHECK (
  "outcome" <> 'return' OR char_length(coalesce("comment", '')) > 0
);
ALTER TABLE "responses" ADD CONSTRAINT "responses_published" CHECK (
  "status" <> 'published' OR ("publishedAt" IS NOT NULL AND "currentDraftId" IS NOT NULL)
);
ALTER TABLE "outcome_summaries" ADD CONSTRAINT "outcome_summaries_published" CHECK (
  "status" <> 'published' OR ("publishedAt" IS NOT NULL AND "publishedById" IS NOT NULL)
);

ALTER TABLE "rate_windows" ADD CONSTRAINT "rate_windows_count" CHECK ("count" >= 0);
ALTER TABLE "duration_histograms" ADD CONSTRAINT "duration_histograms_count" CHECK ("count" >= 0 AND "value" >= 0);

-- The audit trail is append only.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: the table is append only', TG_OP, TG_TABLE_NAME;
END;
$$;
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What was published is never overwritten: a revision's words change no more once they are there.
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."text" <> OLD."text" AND OLD."status" <> 'pending' THEN
    RAISE EXCEPTION 'the words of a decided revision are not rewritten';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "comment_revisions_keep_words" BEFORE UPDATE OF "text" ON "comment_revisions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

INSERT INTO "queue_counts" ("view", "count") VALUES ('pending', 0), ('rejected', 0), ('returned', 0);
