-- What column types cannot hold.

-- A comment and its first revision name each other: checked at the commit.
ALTER TABLE "comments" ALTER CONSTRAINT "comments_currentRevisionId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "comments" ALTER CONSTRAINT "comments_latestRevisionId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "responses" ALTER CONSTRAINT "responses_currentDraftId_fkey" DEFERRABLE INITIALLY DEFERRED;

-- A grant is bound to one body at most, and as its role asks. (A check that comes out as NULL holds: the
-- duty's absence is asked for by itself.)
ALTER TABLE "grants"
  ADD CONSTRAINT "grants_one_body" CHECK ("departmentId" IS NULL OR "studioId" IS NULL),
  ADD CONSTRAINT "grants_role_shape" CHECK (
    CASE "role"
      WHEN 'official' THEN "duty" IS NOT NULL AND "duty" IN ('draft', 'sign', 'assign') AND "studioId" IS NULL
        AND ("duty" = 'assign' OR "departmentId" IS NOT NULL)
      WHEN 'moderator' THEN "duty" IS NOT NULL AND "duty" IN ('review', 'senior') AND "departmentId" IS NULL AND "studioId" IS NULL
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

-- An official answer: what was drafted stays as it was drafted, and nobody signs off what they helped to write.
CREATE FUNCTION "refuse_rewriting_draft"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."text" <> OLD."text" OR NEW."authorId" <> OLD."authorId" THEN
    RAISE EXCEPTION 'the words of a response draft are not rewritten';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "response_drafts_keep_words" BEFORE UPDATE OF "text", "authorId" ON "response_drafts"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting_draft"();

CREATE FUNCTION "refuse_own_sign_off"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "response_drafts" d WHERE d."id" = NEW."draftId"
      AND d."responseId" = NEW."responseId" AND d."authorId" = NEW."drafterId") THEN
    RAISE EXCEPTION 'the sign-off names another drafter than the draft';
  END IF;
  IF EXISTS (SELECT 1 FROM "response_drafts" d WHERE d."responseId" = NEW."responseId"
      AND d."authorId" = NEW."signerId") THEN
    RAISE EXCEPTION 'who drafted a response does not sign it off';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "response_sign_offs_not_own" BEFORE INSERT OR UPDATE ON "response_sign_offs"
  FOR EACH ROW EXECUTE FUNCTION "refuse_own_sign_off"();

CREATE FUNCTION "refuse_unsigned_response"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "response_sign_offs" s WHERE s."responseId" = NEW."id"
      AND s."draftId" = NEW."currentDraftId" AND s."outcome" = 'approve') THEN
    RAISE EXCEPTION 'a response is published only when its draft was signed off';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "responses_signed_before_published" BEFORE UPDATE OF "status", "currentDraftId" ON "responses"
  FOR EACH ROW WHEN (NEW."status" = 'published') EXECUTE FUNCTION "refuse_unsigned_response"();

-- A published summary is not overwritten: a later one gets the next number.
CREATE FUNCTION "refuse_rewriting_summary"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published summary is not rewritten';
END;
$$;
CREATE TRIGGER "outcome_summaries_keep_words" BEFORE UPDATE OF "topicId", "number", "status", "verdict", "introduction"
  ON "outcome_summaries" FOR EACH ROW WHEN (OLD."status" = 'published')
  EXECUTE FUNCTION "refuse_rewriting_summary"();

CREATE FUNCTION "refuse_rewriting_point"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "outcome_summaries" s WHERE s."id" = OLD."summaryId" AND s."status" = 'published') THEN
    RAISE EXCEPTION 'a published summary is not rewritten';
  END IF;
  RETURN COALESCE(NEW, OLD);
END;
$$;
CREATE TRIGGER "summary_points_keep_words" BEFORE DELETE OR UPDATE OF "summaryId", "position", "kind", "text"
  ON "summary_points" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting_point"();

CREATE FUNCTION "refuse_rewriting_citation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "summary_points" p JOIN "outcome_summaries" s ON s."id" = p."summaryId"
      WHERE p."id" = OLD."pointId" AND s."status" = 'published') THEN
    RAISE EXCEPTION 'the citations of a published summary stay';
  END IF;
  RETURN COALESCE(NEW, OLD);
END;
$$;
CREATE TRIGGER "citations_stay" BEFORE UPDATE OR DELETE ON "citations"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting_citation"();

INSERT INTO "queue_counts" ("view", "count") VALUES ('pending', 0), ('rejected', 0), ('returned', 0);
