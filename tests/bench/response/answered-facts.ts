import { rateChoicesSql, rateFactsSql } from '~/queries/rate-facts-sql.server'
import type { Container } from '~/server/container.server'
import { newId } from '~/server/ids.server'

export interface FilledSite {
  /** Who assigned, signed and rated everything. */
  personId: string
  /** Who wrote the answers. */
  drafterId: string
  departmentIds: string[]
  districtIds: string[]
  categoryIds: string[]
  topicIds: string[]
}

/** How much is there, and of how many bodies. */
export interface Amounts {
  departments: number
  districts: number
  categories: number
  topics: number
  assignments: number
  /** Every so many-th assignment is still open. */
  openEvery: number
}

/**
 * Assignments of two years, written past the commands: one department each, half of what was answered with its published
 * and rated answer. References are not checked while they are written.
 */
export async function fillAnswered(
  { database }: Container,
  { departments, districts, categories, topics, assignments, openEvery }: Amounts,
): Promise<FilledSite> {
  const ids = (count: number) => Array.from({ length: count }, () => newId(Date.now()))
  const site = {
    personId: newId(Date.now()),
    drafterId: newId(Date.now()),
    departmentIds: ids(departments),
    districtIds: ids(districts),
    categoryIds: ids(categories),
    topicIds: ids(topics),
  }
  await database.query(
    `INSERT INTO people ("id", "createdAt", "displayName", "phoneConfirmedAt") VALUES ($1, now(), '沈青', now()), ($2, now(), '陆远', now())`,
    [site.personId, site.drafterId],
  )
  await database.query(
    `INSERT INTO departments ("id", "name", "shortName", "createdAt")
     SELECT d, '第' || n || '局', '第' || n || '局', now() FROM unnest($1::text[]) WITH ORDINALITY AS u(d, n)`,
    [site.departmentIds],
  )
  await database.query(
    `INSERT INTO districts ("id", "name") SELECT d, '第' || n || '街道' FROM unnest($1::text[]) WITH ORDINALITY AS u(d, n)`,
    [site.districtIds],
  )
  await database.query(
    `INSERT INTO categories ("id", "name") SELECT c, '第' || n || '类' FROM unnest($1::text[]) WITH ORDINALITY AS u(c, n)`,
    [site.categoryIds],
  )
  await database.script(`
    INSERT INTO studio_types ("id", "name") VALUES ('t1', '区域型');
    INSERT INTO studios ("id", "name", "level", "typeId", "place", "introduction", "duties", "rules", "createdAt")
      VALUES ('s1', '工作站', 'station', 't1', '二层', '', '', '', now());`)
  await database.query(
    `INSERT INTO topics ("id", "code", "title", "question", "background", "backgroundHtml", "rendererVersion",
       "categoryId", "studioId", "districtId", "openedById", "stage", "stageSince", "openedAt")
     SELECT t, 'CS-' || n, '第' || n || '号议题怎么商量？', '怎么商量？', '', '', 1, ($2::text[])[1 + n % $3::int], 's1',
            ($4::text[])[1 + n / $3::int % $5::int], $6,
            (CASE WHEN n % 3 = 0 THEN 'evaluating' ELSE 'handling' END)::"Stage", now(), now()
       FROM unnest($1::text[]) WITH ORDINALITY AS u(t, n)`,
    [site.topicIds, site.categoryIds, categories, site.districtIds, districts, site.personId],
  )
  await database.script(`
    CREATE TABLE bench_facts AS
    SELECT 'a' || n AS id, (${list(site.topicIds)})[1 + n % ${topics}] AS topic,
           (${list(site.departmentIds)})[1 + n / 7 % ${departments}] AS department, n,
           n % ${openEvery} = 0 AS open, given.at,
           (date_trunc('day', given.at AT TIME ZONE 'Asia/Shanghai') + interval '22 days') AT TIME ZONE 'Asia/Shanghai' AS due,
           given.at + make_interval(days => 1 + (n * 13 % 29)::int, hours => (n % 9)::int) AS closed
      FROM generate_series(1, ${assignments}) n
     CROSS JOIN LATERAL (SELECT now() - make_interval(days => (CASE WHEN n % ${openEvery} = 0
       THEN n * 7 % 26 ELSE 31 + n % 100000 * 7919 % 700 END)::int) AS at) given;
    SET session_replication_role = replica;
    INSERT INTO assignments ("id", "topicId", "assignedById", "assignedAt", "dueAt", "answeredAt", "closedAt")
      SELECT id, topic, '${site.personId}', at, due, CASE WHEN NOT open THEN closed END, CASE WHEN NOT open THEN closed END
        FROM bench_facts;
    INSERT INTO assignment_departments ("assignmentId", "departmentId", "part", "state", "assignedAt", "acknowledgedAt",
        "answeredAt", "closedAt", "dueAt")
      SELECT id, department, 'lead', (CASE WHEN open THEN CASE WHEN n % 3 = 0 THEN 'assigned' ELSE 'handling' END
               ELSE 'answered' END)::"PartState", at, CASE WHEN NOT open OR n % 3 <> 0 THEN at END,
             CASE WHEN NOT open THEN closed END, CASE WHEN NOT open THEN closed END, due FROM bench_facts;
    INSERT INTO responses ("id", "topicId", "assignmentId", "departmentId", "status", "declaredResult", "currentDraftId",
        "createdAt", "publishedAt", "publishedVersionId", "fileMark", "fileYear", "fileNumber")
      SELECT 'r' || n, topic, id, department, 'published', ${RESULT}, 'd' || n, at, closed, 'v' || n, '答', 2026, n
        FROM bench_facts WHERE ${ANSWERED};
    INSERT INTO responses ("id", "topicId", "assignmentId", "departmentId", "status", "declaredResult", "currentDraftId",
        "createdAt", "submittedAt")
      SELECT 'r' || n, topic, id, department, 'awaitingSignOff', ${RESULT}, 'd' || n, at, at
        FROM bench_facts WHERE ${SUBMITTED};
    INSERT INTO response_drafts ("id", "responseId", "number", "text", "html", "rendererVersion", "authorId", "createdAt",
        "savedAt")
      SELECT 'd' || n, 'r' || n, 1, '现答复如下。', '', 1, '${site.drafterId}', at, at
        FROM bench_facts WHERE ${ANSWERED} OR ${SUBMITTED};
    INSERT INTO response_versions ("id", "responseId", "number", "draftId", "declaredResult", "publishedAt", "signerId")
      SELECT 'v' || n, 'r' || n, 1, 'd' || n, ${RESULT}, closed, '${site.personId}'
        FROM bench_facts WHERE ${ANSWERED};
    INSERT INTO evaluations ("responseId", "closesAt", "departmentId", "awaitsFollowUp", "invited", "rated")
      SELECT 'r' || n, (date_trunc('day', closed AT TIME ZONE 'Asia/Shanghai') + interval '16 days') AT TIME ZONE 'Asia/Shanghai',
             department, n / 4 % 3 = 2 OR n / 12 % 3 = 2, 3, 1 FROM bench_facts WHERE ${ANSWERED};
    INSERT INTO ratings ("id", "responseId", "personId", "resolution", "attitude", "speed", "reason", "createdAt")
      SELECT 'g' || n, 'r' || n, '${site.personId}', ${grade('n / 4')}, 'satisfied', ${grade('n / 12')},
             CASE WHEN n / 4 % 3 = 2 OR n / 12 % 3 = 2 THEN 'result'::"DissatisfactionReason" END, closed
        FROM bench_facts WHERE ${ANSWERED};
    SET session_replication_role = DEFAULT;
    DROP TABLE bench_facts;
    INSERT INTO rate_tallies ("districtId", "categoryId", "measure", "departmentId", "month", "value", "count")
      ${rateChoicesSql(rateFactsSql())};`)
  await database.script('VACUUM ANALYZE')
  return site
}

const ANSWERED = `NOT open AND n / 2 % 2 = 0`

/** Of what is open and signed for. */
const SUBMITTED = `open AND n % 3 <> 0 AND n / 2 % 10 = 0`

const RESULT = `(ARRAY['resolved', 'resolving', 'planned', 'reference'])[1 + n / 4 % 4]::"DeclaredResult"`

const grade = (n: string) =>
  `(ARRAY['satisfied', 'mostlySatisfied', 'dissatisfied'])[1 + ${n} % 3]::"Grade"`

const list = (ids: readonly string[]) => `ARRAY[${ids.map((id) => `'${id}'`).join(', ')}]`
