-- What was promised before promises were counted for the rates.
INSERT INTO "rate_tallies" ("districtId", "categoryId", "measure", "departmentId", "month", "value", "count")
SELECT d."id", c."id", f."measure", p."id", f."month", f."value", count(*)::int
  FROM (
    SELECT t."districtId", t."categoryId", m."departmentId", 'commitment.' || m."state" AS "measure",
           to_char(CASE m."state" WHEN 'kept' THEN (m."keptAt" AT TIME ZONE 'Asia/Shanghai')::date
                                  WHEN 'withdrawn' THEN (m."withdrawnAt" AT TIME ZONE 'Asia/Shanghai')::date
                                  ELSE m."dueOn" END, 'YYYY-MM') AS "month",
           CASE WHEN m."state" = 'open' THEN m."dueOn" - DATE '1970-01-01' ELSE 0 END AS "value"
      FROM "commitments" m JOIN "topics" t ON t."id" = m."topicId"
  ) f
 CROSS JOIN LATERAL (VALUES (''), (f."districtId")) d("id")
 CROSS JOIN LATERAL (VALUES (''), (f."categoryId")) c("id")
 CROSS JOIN LATERAL (VALUES (''), (f."departmentId")) p("id")
 WHERE d."id" IS NOT NULL
 GROUP BY 1, 2, 3, 4, 5, 6;

-- How many persons have not rated is told apart from until when they may: a reader needs the days ahead alone.
UPDATE "rate_tallies" SET "measure" = 'unratedUntil' WHERE "measure" = 'unrated';
INSERT INTO "rate_tallies" ("districtId", "categoryId", "measure", "departmentId", "month", "value", "count")
SELECT "districtId", "categoryId", 'unrated', "departmentId", "month", 0, sum("count")::int
  FROM "rate_tallies" WHERE "measure" = 'unratedUntil' GROUP BY 1, 2, 4, 5;
