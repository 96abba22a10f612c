import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { requireOwner } from './own-account.server'

/** Marks one of the viewer's notices as read, once. @throws AppError notFound for one that they do not have */
export async function markNoticeRead(scope: Scope, noticeId: string): Promise<void> {
  const { personId } = requireOwner(scope)
  if (!isId(noticeId)) throw new AppError('notFound')
  await transact(scope, async (tx) => {
    const [delivery] = (
      await tx.query<{ readAt: Date | null }>(
        `SELECT "readAt" FROM "deliveries" WHERE "noticeId" = $1 AND "personId" = $2 AND "channel" = 'inApp'`,
        [noticeId, personId],
      )
    ).rows
    if (!delivery) throw new AppError('notFound')
    if (delivery.readAt === null) await markRead(tx, personId, noticeId)
  })
}

/** Marks all of the viewer's notices as read. */
export async function markAllNoticesRead(scope: Scope): Promise<void> {
  const { personId } = requireOwner(scope)
  await transact(scope, (tx) => markRead(tx, personId, null))
}

/** The count falls by as many as were really marked here: of two at once one finds them marked already. */
async function markRead(tx: Transaction, personId: string, noticeId: string | null): Promise<void> {
  await tx.query(
    `WITH "read" AS (
       UPDATE "deliveries" SET "readAt" = $2
        WHERE "personId" = $1 AND "channel" = 'inApp' AND "readAt" IS NULL
          AND ($3::text IS NULL OR "noticeId" = $3)
       RETURNING 1
     )
     UPDATE "inboxes" SET "unread" = "unread" - (SELECT count(*) FROM "read") WHERE "personId" = $1`,
    [personId, tx.now, noticeId],
  )
}
