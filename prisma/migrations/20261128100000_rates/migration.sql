-- CreateTable
CREATE TABLE "rate_tallies" (
    "districtId" TEXT NOT NULL,
    "categoryId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_tallies_pkey" PRIMARY KEY ("districtId","categoryId","measure","departmentId","month","value")
);

-- CreateTable
CREATE TABLE "rate_recounts" (
    "at" TIMESTAMPTZ(3) NOT NULL,
    "drift" INTEGER NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "rate_recounts_pkey" PRIMARY KEY ("at")
);


ALTER TABLE "rate_tallies" ADD CONSTRAINT "rate_tallies_month" CHECK ("month" ~ '^[0-9]{4}-[0-9]{2}$');
ALTER TABLE "rate_recounts" ADD CONSTRAINT "rate_recounts_drift" CHECK ("drift" >= 0);

-- What was assigned, answered and rated before counting began.
INSERT INTO "rate_tallies" ("districtId", "categoryId", "measure", "departmentId", "month", "value", "count")
SELECT d."id" AS "districtId", c."id" AS "categoryId", f."measure", p."id" AS "departmentId", f."month", f."value",
           sum(f."count")::int AS "count"
      FROM (
    SELECT t."districtId", t."categoryId", f."departmentId", f."measure", f."month", f."value",
           sum(f."count")::int AS "count"
      FROM (
  SELECT a."topicId", p."departmentId",
         CASE WHEN p."closedAt" IS NULL THEN 'open'
              WHEN p."state" <> 'answered' THEN p."state"::text
              WHEN p."part" = 'joint' THEN 'joint'
              WHEN p."state" = 'answered' AND p."part" <> 'joint' AND p."closedAt" >= p."dueAt" THEN 'late' ELSE 'inTime' END AS "measure",
         to_char(CASE WHEN p."closedAt" IS NULL OR (p."state" = 'answered' AND p."part" <> 'joint' AND p."closedAt" >= p."dueAt") THEN p."dueAt" - interval '1 millisecond' ELSE p."closedAt" END AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS "month",
         CASE WHEN p."closedAt" IS NULL THEN ((p."dueAt" - interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai')::date - DATE '1970-01-01' ELSE 0 END AS "value",
         count(*) AS "count"
    FROM "assignment_departments" p JOIN "assignments" a ON a."id" = p."assignmentId"
   WHERE p."closedAt" IS NOT NULL OR p."part" <> 'joint'
   GROUP BY 1, 2, 3, 4, 5 UNION ALL 
  SELECT a."topicId", p."departmentId", 'days', to_char(p."closedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'),
         ((p."closedAt" AT TIME ZONE 'Asia/Shanghai')::date - DATE '1970-01-01') - ((p."assignedAt" AT TIME ZONE 'Asia/Shanghai')::date - DATE '1970-01-01'), count(*)
    FROM "assignment_departments" p JOIN "assignments" a ON a."id" = p."assignmentId"
   WHERE p."state" = 'answered' AND p."part" <> 'joint'
   GROUP BY 1, 2, 4, 5 UNION ALL 
  SELECT r."topicId", r."departmentId", 'declared.' || v."declaredResult", to_char(r."publishedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), 0, count(*)
    FROM "responses" r JOIN "response_versions" v ON v."id" = r."publishedVersionId"
   GROUP BY 1, 2, 3, 4 UNION ALL 
  SELECT r."topicId", r."departmentId", 'unrated', to_char(r."publishedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), ((e."closesAt" - interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai')::date - DATE '1970-01-01',
         sum(greatest(0, e."invited" - e."rated"))
    FROM "evaluations" e JOIN "responses" r ON r."id" = e."responseId"
   GROUP BY 1, 2, 4, 5 UNION ALL 
  SELECT r."topicId", r."departmentId", g."measure", to_char(r."publishedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), 0, count(*)
    FROM "ratings" x JOIN "responses" r ON r."id" = x."responseId"
   CROSS JOIN LATERAL (VALUES ('resolution.' || x."resolution"), ('attitude.' || x."attitude"),
                              ('speed.' || x."speed")) g("measure")
   GROUP BY 1, 2, 3, 4) f
      JOIN "topics" t ON t."id" = f."topicId"
     WHERE true GROUP BY 1, 2, 3, 4, 5, 6) f
     CROSS JOIN LATERAL (VALUES (''), (f."districtId")) d("id")
     CROSS JOIN LATERAL (VALUES (''), (f."categoryId")) c("id")
     CROSS JOIN LATERAL (VALUES (''), (f."departmentId")) p("id")
     WHERE d."id" IS NOT NULL
     GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(f."count") <> 0;
