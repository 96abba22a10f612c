import { BACKLOG_AGES, type BacklogAge } from '~/domain/moderation/figures'
import { TASK_KINDS, type TaskKind } from '~/domain/moderation/queue-counts'
import type { TransactionDb } from '~/server/db/database.server'

/** Of each kind so many are counted and no more: those due first. */
export const BACKLOG_MAX = 10_000

/** What waits in a kind, by how long it has. */
export interface Backlog {
  kind: TaskKind
  ages: Record<BacklogAge, number>
  total: number
  /** There is more than was counted. */
  more: boolean
}

const HOUR_MS = 60 * 60 * 1000

/** What waits for a moderator by kind and age; kinds in which nothing waits are left out, 待审 never. */
export async function countBacklog(db: TransactionDb, now: Date): Promise<Backlog[]> {
  const [hour, fourHours, day, threeDays] = BACKLOG_AGES.map(
    ({ belowHours }) => new Date(now.getTime() - (belowHours ?? 0) * HOUR_MS),
  )
  const rows = await db.$queryRaw<
    Array<Record<BacklogAge, number> & { kind: TaskKind; total: number }>
  >`
    SELECT asked."kind", count(w."createdAt")::int AS "total",
           count(*) FILTER (WHERE w."createdAt" > ${hour})::int AS "hour",
           count(*) FILTER (WHERE w."createdAt" <= ${hour} AND w."createdAt" > ${fourHours})::int AS "fourHours",
           count(*) FILTER (WHERE w."createdAt" <= ${fourHours} AND w."createdAt" > ${day})::int AS "day",
           count(*) FILTER (WHERE w."createdAt" <= ${day} AND w."createdAt" > ${threeDays})::int AS "threeDays",
           count(*) FILTER (WHERE w."createdAt" <= ${threeDays})::int AS "older"
      FROM unnest(${[...TASK_KINDS]}::text[]) AS asked("kind")
      LEFT JOIN LATERAL (
        SELECT k."createdAt" FROM "review_tasks" k
         WHERE k."kind" = asked."kind"::"ReviewTaskKind" AND k."closedAt" IS NULL
         ORDER BY k."dueAt", k."risk" DESC, k."id" LIMIT ${BACKLOG_MAX + 1}) w ON true
     GROUP BY asked."kind"`
  return TASK_KINDS.flatMap((kind) => {
    const row = rows.find((each) => each.kind === kind)
    if (!row || (row.total === 0 && kind !== 'pending')) return []
    const { total, ...ages } = row
    return [{ kind, ages, total: Math.min(total, BACKLOG_MAX), more: total > BACKLOG_MAX }]
  })
}
