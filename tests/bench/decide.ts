import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { approveComment } from '~/commands/approve-comment.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { isAppError } from '~/domain/errors'
import type { CountedView } from '~/domain/moderation/queue-counts'
import type { Actor } from '~/domain/person/actor'
import { settleDecisions } from '~/jobs/settle-decisions.server'
import { recountQueue } from '~/queries/recount-queue.server'
import { createContainer, type Container } from '~/server/container.server'
import { readEnvironment } from '~/server/env.server'
import { newId } from '~/server/ids.server'
import { systemScope } from '~/server/system-scope.server'
import type { Row } from './row'

const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres'
const DECISIONS = Number(process.env['BENCH_DECISIONS'] ?? 4_000)
const AT_ONCE = 16
const RACERS = 50
const CONTESTED = 100

/**
 * How many decisions a second the commands carry on a PostgreSQL server, audit events and counts included; whether
 * many moderators on the same items decide on each exactly once; and how fast what was decided settles.
 */
export async function benchDecide(): Promise<Row[]> {
  const name = `lianxin_bench_${randomBytes(5).toString('hex')}`
  const admin = new pg.Client({ connectionString: SERVER })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const url = new URL(SERVER)
  url.pathname = `/${name}`
  const container = await createContainer({
    env: readEnvironment({
      DATABASE_URL: url.href,
      DATABASE_POOL: String(AT_ONCE),
      SECRET: randomBytes(32).toString('hex'),
      ROLE: 'web',
      LOG_LEVEL: 'error',
      NODE_ENV: 'test',
    }),
  })
  try {
    await fill(container)
    return await measure(container)
  } finally {
    await container.close()
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
}

interface Waiting {
  commentId: string
  revisionId: string
  version: number
}

/** Topics, authors and waiting comments, written past the commands. */
async function fill(container: Container): Promise<void> {
  const at = Date.now() - 3_600_000
  const id = () => newId(at)
  const ids = (n: number) => Array.from({ length: n }, id)
  const now = new Date(at).toISOString()
  const [people, topics] = [ids(200 + RACERS), ids(20)]
  const comments = ids(DECISIONS + CONTESTED)
  const revisions = ids(comments.length)
  await container.database.query(
    `INSERT INTO people ("id", "createdAt", "displayName", "phoneConfirmedAt")
     SELECT p, $2, '居民' || n, $2 FROM unnest($1::text[]) WITH ORDINALITY AS u(p, n)`,
    [people, now],
  )
  await container.database.script(`
    INSERT INTO rejection_reasons ("code", "label", "text", "position") VALUES ('advertising', '广告', '广告', 1);
    INSERT INTO categories ("id", "name") VALUES ('c1', '住房');
    INSERT INTO studio_types ("id", "name") VALUES ('t1', '区域型');
    INSERT INTO studios ("id", "name", "level", "typeId", "place", "introduction", "duties", "rules", "createdAt")
      VALUES ('s1', '工作站', 'station', 't1', '二层', '', '', '', now());`)
  await container.database.query(
    `INSERT INTO topics ("id", "code", "title", "question", "background", "backgroundHtml", "rendererVersion",
       "categoryId", "studioId", "openedById", "stage", "stageSince", "openedAt")
     SELECT t, 'CS-' || n, '第' || n || '号议题怎么商量？', '怎么商量？', '', '', 1, 'c1', 's1', $2, 'deliberating', $3, $3
       FROM unnest($1::text[]) WITH ORDINALITY AS u(t, n)`,
    [topics, people[0], now],
  )
  await container.database.query(
    `WITH given AS (
       SELECT c, r, ($3::text[])[1 + n % 200] AS author, ($4::text[])[1 + n % 20] AS topic
         FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS u(c, r, n)
     ), made AS (
       INSERT INTO comments ("id", "topicId", "authorId", "kind", "status", "latestRevisionId", "latestStatus", "createdAt")
       SELECT c, topic, author, 'opinion', 'pending', r, 'pending', $5 FROM given
     ), revised AS (
       INSERT INTO comment_revisions ("id", "commentId", "number", "text", "html", "rendererVersion", "kind", "status",
         "createdAt")
       SELECT r, c, 1, '一条具体的意见。', '<p>一条具体的意见。</p>', 1, 'opinion', 'pending', $5 FROM given
     ), queued AS (
       INSERT INTO review_tasks ("id", "kind", "commentId", "revisionId", "topicId", "studioId", "categoryId", "authorId",
         "voice", "createdAt", "dueAt")
       SELECT r, 'pending', c, r, topic, 's1', 'c1', author, 'resident', $5, $5 FROM given
     )
     UPDATE queue_counts SET "count" = (SELECT count(*) FROM given) WHERE "view" = 'pending' AND "slot" = 0`,
    [comments, revisions, people, topics, now],
  )
  await container.database.script('ANALYZE')
}

function actor(personId: string): Actor {
  return {
    personId,
    sessionId: personId,
    displayName: personId,
    confirmed: true,
    suspended: false,
    secondFactor: true,
    hasSecondFactor: true,
    districtId: null,
    grants: [
      { role: 'moderator', duty: 'review', departmentId: null, studioId: null, title: null },
    ],
  }
}

async function measure(container: Container): Promise<Row[]> {
  const { rows: racers } = await container.database.query<{ id: string }>(
    `SELECT "id" FROM people ORDER BY "id" DESC LIMIT ${RACERS}`,
  )
  const { rows: waiting } = await container.database.query<Waiting>(
    `SELECT "commentId", "revisionId", 1 AS "version" FROM review_tasks ORDER BY "id"`,
  )
  const reviewers = racers.map(({ id }) => actor(id))
  const scopeOf = (n: number) => ({
    ...systemScope(container, 'bench'),
    viewer: reviewers[n % reviewers.length] ?? null,
  })
  const decide = (text: Waiting, n: number) =>
    n % 2 === 0
      ? approveComment(scopeOf(n), text)
      : rejectComment(scopeOf(n), { ...text, reasonCode: 'advertising', reasonText: '广告。' })

  const single = waiting.slice(CONTESTED).entries()
  const took: number[] = []
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [n, text] of single) {
        const at = performance.now()
        await decide(text, n)
        took.push(performance.now() - at)
      }
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  took.sort((x, y) => x - y)

  let won = 0
  await Promise.all(
    reviewers.map(async (_reviewer, n) => {
      for (const text of waiting.slice(0, CONTESTED)) {
        try {
          await decide(text, n)
          won += 1
        } catch (error) {
          if (!isAppError(error) || error.code !== 'conflict') throw error
        }
      }
    }),
  )
  const wrongDecided = await drift(container)

  const settling = performance.now()
  container.clock = () => new Date(Date.now() + 60_000)
  const settled = await settleDecisions(container)
  const settleSeconds = (performance.now() - settling) / 1000
  const wrongSettled = await drift(container)
  return [
    {
      what: 'decisions',
      value: DECISIONS / seconds,
      unit: 'a second',
      atLeast: 300,
      note: `${AT_ONCE} at once, ${DECISIONS} in all`,
    },
    {
      what: 'a decision, 95 of 100',
      value: took[Math.floor(took.length * 0.95)] ?? 0,
      unit: 'ms',
      atMost: 200,
    },
    {
      what: `decisions by ${RACERS} moderators on the same ${CONTESTED} too many or too few`,
      value: Math.abs(won - CONTESTED),
      unit: '',
      atMost: 0,
    },
    { what: 'views counted wrong after deciding', value: wrongDecided, unit: '', atMost: 0 },
    {
      what: 'settled',
      value: settled / settleSeconds,
      unit: 'a second',
      atLeast: 100,
      note: 'publication, counts, search, half of them',
    },
    {
      what: 'decisions left unsettled',
      value: DECISIONS + CONTESTED - settled,
      unit: '',
      atMost: 0,
    },
    { what: 'views counted wrong after settling', value: wrongSettled, unit: '', atMost: 0 },
  ]
}

async function drift(container: Container): Promise<number> {
  const { rows } = await container.database.query<{ view: CountedView; count: number }>(
    `SELECT "view", sum("count")::int AS "count" FROM queue_counts GROUP BY "view"`,
  )
  const counted = await recountQueue(container.database.prisma)
  return rows.filter(({ view, count }) => counted[view] !== count).length
}
