import { fanOutNotice } from '~/commands/fan-out-notice.server'
import { follow } from '~/commands/follow.server'
import type { Subject } from '~/domain/notice/subject'
import type { Container } from '~/server/container.server'
import { systemScope } from '~/server/system-scope.server'
import { topics } from './content/all-topics'
import { follows } from './content/follows'
import { named, scopeAt, type DemoCast } from './demo-cast.server'

const DAY_MS = 24 * 60 * 60 * 1000

/** What is older was read by everybody. */
const READ_AFTER_DAYS = 4

/** What the personas follow, and what they were told of it in the replayed year. */
export async function seedNotices(container: Container, cast: DemoCast, now: Date): Promise<void> {
  const db = container.database.prisma
  const titles = new Map(topics.map(({ key, title }) => [key, title]))
  const byTitle = new Map(
    (await db.topic.findMany({ select: { id: true, title: true } })).map((row) => [
      row.title,
      row.id,
    ]),
  )
  for (const [index, { person, ...wanted }] of follows.entries()) {
    const subjects: Subject[] = [
      ...(wanted.topic ?? []).map((key): Subject => {
        return { kind: 'topic', id: named(byTitle, named(titles, key)) }
      }),
      ...(wanted.category ?? []).map((code): Subject => {
        return { kind: 'category', id: named(cast.categories, code) }
      }),
      ...(wanted.studio ?? []).map((code): Subject => {
        return { kind: 'studio', id: named(cast.studios, code) }
      }),
      ...(wanted.department ?? []).map((code): Subject => {
        return { kind: 'department', id: named(cast.departments, code) }
      }),
    ]
    const at = new Date(now.getTime() - (30 - index) * DAY_MS)
    const scope = scopeAt(container, named(cast.people, person), at)
    for (const subject of subjects) await follow(scope, subject, true)
  }
  const notices = await db.notice.findMany({
    where: { audience: { not: [] } },
    orderBy: { id: 'asc' },
    select: { id: true, at: true },
  })
  for (const { id, at } of notices) {
    await fanOutNotice({ ...systemScope(container, 'seed-demo'), now: at }, id)
  }
  await container.database.query(READ_OLD, [new Date(now.getTime() - READ_AFTER_DAYS * DAY_MS)])
}

const READ_OLD = `
  WITH "read" AS (
    UPDATE "deliveries" d SET "readAt" = n."at" + interval '5 hours' FROM "notices" n
     WHERE n."id" = d."noticeId" AND n."at" < $1 AND d."channel" = 'inApp' AND d."readAt" IS NULL
    RETURNING d."personId"
  )
  UPDATE "inboxes" i SET "unread" = i."unread" - r."n"
    FROM (SELECT "personId", count(*)::int AS "n" FROM "read" GROUP BY 1) r
   WHERE i."personId" = r."personId"`
