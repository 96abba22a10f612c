import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { moveTopicStage } from '~/commands/move-topic-stage.server'
import type { Actor } from '~/domain/person/actor'
import { handleFanOutNotice } from '~/jobs/fan-out-notice.handler.server'
import type { Container } from '~/server/container.server'
import { newId } from '~/server/ids.server'
import { systemScope } from '~/server/system-scope.server'
import { openMailServer, type MailServer } from '../../setup/mail-server'
import { withContainer } from '../bench-database'
import type { Row } from '../row'

const FOLLOWERS = Number(process.env['BENCH_FOLLOWERS'] ?? 10_000)
const LONGEST_MS = 6 * 60_000

/**
 * One publication that 10,000 follow: how fast their deliveries are there, and whether all of them get their mail from
 * a real mail server, once, when one of two workers is killed half-way.
 */
export async function benchNotifications(): Promise<Row[]> {
  return withContainer('server', async (container) => {
    const mails = await openMailServer()
    try {
      const { topicId, convener } = await fill(container)
      const told = await publish(container, topicId, convener)
      return [...told, ...(await sendWithAKill(container, mails))]
    } finally {
      await mails.close()
    }
  })
}

/** A topic, its convener, and all who follow it and want mail at once. Written past the commands. */
async function fill(container: Container): Promise<{ topicId: string; convener: Actor }> {
  const at = Date.now() - 3_600_000
  const now = new Date(at).toISOString()
  const people = Array.from({ length: FOLLOWERS + 1 }, () => newId(at))
  const [convenerId = ''] = people
  const topicId = newId(at)
  const { database } = container
  await database.query(
    `INSERT INTO people ("id", "createdAt", "displayName", "phoneConfirmedAt")
     SELECT p, $2, '居民' || n, $2 FROM unnest($1::text[]) WITH ORDINALITY AS u(p, n)`,
    [people, now],
  )
  await database.script(`
    INSERT INTO settings ("key", "value") VALUES ('notices', '{"burstSeconds": 0}');
    INSERT INTO categories ("id", "name") VALUES ('c1', '住房');
    INSERT INTO studio_types ("id", "name") VALUES ('t1', '区域型');
    INSERT INTO studios ("id", "name", "level", "typeId", "place", "introduction", "duties", "rules", "createdAt")
      VALUES ('s1', '工作站', 'station', 't1', '二层', '', '', '', now());`)
  await database.query(
    `INSERT INTO topics ("id", "code", "title", "question", "background", "backgroundHtml", "rendererVersion",
       "categoryId", "studioId", "openedById", "stage", "stageSince", "openedAt")
     VALUES ($1, 'CS-1', '电梯怎么装？', '怎么商量？', '背景', '', 1, 'c1', 's1', $2, 'collecting', $3, $3)`,
    [topicId, convenerId, now],
  )
  await database.query(
    `INSERT INTO subscriptions ("kind", "subjectId", "personId", "createdAt")
     SELECT 'topic', $2, p, $3 FROM unnest($1::text[]) AS u(p)`,
    [people.slice(1), topicId, now],
  )
  await database.query(
    `INSERT INTO mailboxes ("personId", "address", "confirmedAt")
     SELECT p, p || '@example.com', $2 FROM unnest($1::text[]) AS u(p)`,
    [people.slice(1), now],
  )
  await database.script('ANALYZE')
  const convener: Actor = {
    personId: convenerId,
    sessionId: '',
    displayName: '',
    sanction: null,
    confirmed: true,
    suspended: false,
    secondFactor: true,
    hasSecondFactor: true,
    districtId: null,
    grants: [{ role: 'convener', duty: null, departmentId: null, studioId: 's1', title: null }],
  }
  return { topicId, convener }
}

async function publish(container: Container, topicId: string, convener: Actor): Promise<Row[]> {
  const scope = { ...systemScope(container, 'bench'), viewer: convener }
  const moved = await moveTopicStage(scope, { topicId, version: 1, to: 'deliberating' })
  if (!moved.ok) throw new Error('the topic did not move')
  const jobs = await container.database.query<{ data: { noticeId: string } }>(
    `SELECT "data" FROM pgboss.job WHERE "name" = 'fan-out-notice'`,
  )
  const noticeId = jobs.rows[0]?.data.noticeId ?? ''
  const begun = performance.now()
  await handleFanOutNotice(container, { noticeId })
  const seconds = (performance.now() - begun) / 1000
  const counted = await container.database.query<{ shown: number; mailed: number; rows: number }>(
    `SELECT count(DISTINCT "personId") FILTER (WHERE "channel" = 'inApp')::int AS "shown",
            count(DISTINCT "personId") FILTER (WHERE "channel" = 'email')::int AS "mailed",
            count(*)::int AS "rows" FROM deliveries`,
  )
  const { shown = 0, mailed = 0, rows = 0 } = counted.rows[0] ?? {}
  return [
    { what: 'fan-out jobs of one publication', value: jobs.rows.length, unit: '', atMost: 1 },
    {
      what: `deliveries for ${FOLLOWERS} followers written in`,
      value: seconds,
      unit: 's',
      atMost: 2,
      note: `${rows} rows: in the product and by mail`,
    },
    {
      what: 'followers without their delivery, or with another',
      value:
        Math.abs(FOLLOWERS - shown) + Math.abs(FOLLOWERS - mailed) + Math.abs(rows - 2 * FOLLOWERS),
      unit: '',
      atMost: 0,
    },
  ]
}

/** Two workers send; one is killed when half of the mails are there. */
async function sendWithAKill(container: Container, mails: MailServer): Promise<Row[]> {
  const settings = {
    DATABASE_URL: container.env.DATABASE_URL ?? '',
    SECRET: randomBytes(32).toString('hex'),
    SMTP_URL: mails.url,
  }
  const begun = performance.now()
  const workers = [startWorker(settings), startWorker(settings)]
  try {
    await until(() => mails.received.length >= FOLLOWERS / 2)
    workers[0]?.kill('SIGKILL')
    await until(async () => {
      const { rows } = await container.database.query<{ left: number }>(
        `SELECT count(*)::int AS "left" FROM deliveries WHERE "channel" = 'email' AND "state" <> 'sent'`,
      )
      return rows[0]?.left === 0
    })
  } finally {
    for (const worker of workers) worker.kill('SIGKILL')
  }
  const seconds = (performance.now() - begun) / 1000
  const people = new Set(mails.received.map(({ to }) => to))
  const ids = new Set(mails.received.map(({ messageId }) => messageId))
  return [
    {
      what: 'followers whose mail was lost when a worker was killed',
      value: FOLLOWERS - people.size,
      unit: '',
      atMost: 0,
      note: `${mails.received.length} mails in ${Math.round(seconds)} s, two workers, then one`,
    },
    {
      what: 'mails repeated',
      value: mails.received.length - people.size,
      unit: '',
      atMost: 1,
      note: 'the one that the killed worker had under way',
    },
    {
      what: 'repeated under another Message-ID',
      value: ids.size - people.size,
      unit: '',
      atMost: 0,
    },
  ]
}

function startWorker(settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DEMO: '0',
      ROLE: 'worker',
      LOG_LEVEL: 'error',
      ...settings,
    },
  })
}

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  const begun = performance.now()
  while (!(await done())) {
    if (performance.now() - begun > LONGEST_MS) throw new Error('the mails did not arrive')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
