/** All facts that the rates are made of: what is counted anew from what is stored, and what was brought over. */
export function allRateFactsSql(): string {
  return `${rateFactsSql()} UNION ALL
    SELECT "districtId", "categoryId", "departmentId", "measure", "month", "value", "count" FROM "carried_rates"`
}

/**
 * The facts of topics, counted anew from what is stored: a row for each district, category, department, measure,
 * month and value. The same as `app/domain/response/rate-facts.ts` counts one by one.
 *
 * @param topics a condition on the topics `t`, such as `t."id" = $1`
 */
export function rateFactsSql(topics = 'true'): string {
  return `
    SELECT t."districtId", t."categoryId", f."departmentId", f."measure", f."month", f."value",
           sum(f."count")::int AS "count"
      FROM (${[PARTS, DAYS, RESULTS, UNRATED, GRADED, PROMISED].join(' UNION ALL ')}) f
      JOIN "topics" t ON t."id" = f."topicId"
     WHERE ${topics} GROUP BY 1, 2, 3, 4, 5, 6`
}

/**
 * Facts for every choice of district, category and department; an empty id stands for all of them. A topic without a
 * district is in that of all alone.
 *
 * @param facts rows as `rateFactsSql` has them, given any number of times
 */
export function rateChoicesSql(facts: string): string {
  return `
    SELECT d."id" AS "districtId", c."id" AS "categoryId", f."measure", p."id" AS "departmentId", f."month", f."value",
           sum(f."count")::int AS "count"
      FROM (${facts}) f
     CROSS JOIN LATERAL (VALUES (''), (f."districtId")) d("id")
     CROSS JOIN LATERAL (VALUES (''), (f."categoryId")) c("id")
     CROSS JOIN LATERAL (VALUES (''), (f."departmentId")) p("id")
     WHERE d."id" IS NOT NULL
     GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(f."count") <> 0`
}

const month = (at: string) => `to_char(${at} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`
const day = (at: string) => `(${at} AT TIME ZONE 'Asia/Shanghai')::date - DATE '1970-01-01'`
const last = (end: string) => `${end} - interval '1 millisecond'`

const LATE = `p."state" = 'answered' AND p."part" <> 'joint' AND p."closedAt" >= p."dueAt"`

const PARTS = `
  SELECT a."topicId", p."departmentId",
         CASE WHEN p."closedAt" IS NULL THEN 'open'
              WHEN p."state" <> 'answered' THEN p."state"::text
              WHEN p."part" = 'joint' THEN 'joint'
              WHEN ${LATE} THEN 'late' ELSE 'inTime' END AS "measure",
         ${month(`CASE WHEN p."closedAt" IS NULL OR (${LATE}) THEN ${last('p."dueAt"')} ELSE p."closedAt" END`)} AS "month",
         CASE WHEN p."closedAt" IS NULL THEN ${day(`(${last('p."dueAt"')})`)} ELSE 0 END AS "value",
         count(*) AS "count"
    FROM "assignment_departments" p JOIN "assignments" a ON a."id" = p."assignmentId"
   WHERE p."closedAt" IS NOT NULL OR p."part" <> 'joint'
   GROUP BY 1, 2, 3, 4, 5`

const DAYS = `
  SELECT a."topicId", p."departmentId", 'days', ${month('p."closedAt"')},
         (${day('p."closedAt"')}) - (${day('p."assignedAt"')}), count(*)
    FROM "assignment_departments" p JOIN "assignments" a ON a."id" = p."assignmentId"
   WHERE p."state" = 'answered' AND p."part" <> 'joint'
   GROUP BY 1, 2, 4, 5`

const RESULTS = `
  SELECT r."topicId", r."departmentId", 'declared.' || v."declaredResult", ${month('r."publishedAt"')}, 0, count(*)
    FROM "responses" r JOIN "response_versions" v ON v."id" = r."publishedVersionId"
   GROUP BY 1, 2, 3, 4`

const UNRATED = `
  SELECT r."topicId", r."departmentId", u."measure", ${month('r."publishedAt"')}, u."value",
         sum(greatest(0, e."invited" - e."rated"))
    FROM "evaluations" e JOIN "responses" r ON r."id" = e."responseId"
   CROSS JOIN LATERAL (VALUES ('unrated', 0), ('unratedUntil', ${day(`(${last('e."closesAt"')})`)})) u("measure", "value")
   GROUP BY 1, 2, 3, 4, 5`

const PROMISED = `
  SELECT c."topicId", c."departmentId", 'commitment.' || c."state",
         to_char(CASE c."state" WHEN 'kept' THEN (c."keptAt" AT TIME ZONE 'Asia/Shanghai')::date
                                WHEN 'withdrawn' THEN (c."withdrawnAt" AT TIME ZONE 'Asia/Shanghai')::date
                                ELSE c."dueOn" END, 'YYYY-MM'),
         CASE WHEN c."state" = 'open' THEN c."dueOn" - DATE '1970-01-01' ELSE 0 END, count(*)
    FROM "commitments" c
   GROUP BY 1, 2, 3, 4, 5`

const GRADED = `
  SELECT r."topicId", r."departmentId", g."measure", ${month('r."publishedAt"')}, 0, count(*)
    FROM "ratings" x JOIN "responses" r ON r."id" = x."responseId"
   CROSS JOIN LATERAL (VALUES ('resolution.' || x."resolution"), ('attitude.' || x."attitude"),
                              ('speed.' || x."speed")) g("measure")
   GROUP BY 1, 2, 3, 4`
