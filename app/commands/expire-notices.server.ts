import { NOTICE_KEPT_DAYS } from '~/domain/notice/sending'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'

/** So many notices are looked at, and so many deliveries removed, in one transaction. */
const TAKE_NOTICES = 500
const TAKE_DELIVERIES = 2_500

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Removes notices that are too old, with what was delivered of them, in parts: nobody waits long for one. What a
 * reader marks at this moment is left for the next time.
 *
 * @returns how many notices were removed
 */
export async function expireNotices(scope: Scope): Promise<number> {
  const before = new Date(scope.now.getTime() - NOTICE_KEPT_DAYS * DAY_MS)
  let removed = 0
  for (;;) {
    const part = await transact(scope, (tx) => removePart(tx, before))
    removed += part.notices
    if (part.notices === 0 && part.deliveries === 0) return removed
  }
}

async function removePart(
  tx: Transaction,
  before: Date,
): Promise<{ notices: number; deliveries: number }> {
  const { rows: deliveries } = await tx.query<{ personId: string; unread: boolean }>(DELIVERIES, [
    before,
  ])
  const unread = deliveries.filter((delivery) => delivery.unread).map(({ personId }) => personId)
  if (unread.length > 0) await tx.query(COUNT, [unread])
  const { rows: notices } = await tx.query(NOTICES, [before])
  return { notices: notices.length, deliveries: deliveries.length }
}

const OLD = `SELECT "id" FROM "notices" WHERE "at" < $1 ORDER BY "at", "id" LIMIT ${TAKE_NOTICES}`

const DELIVERIES = `
  DELETE FROM "deliveries" d USING (
    SELECT e."noticeId", e."personId", e."channel" FROM (${OLD}) o
      JOIN "deliveries" e ON e."noticeId" = o."id"
     LIMIT ${TAKE_DELIVERIES} FOR UPDATE OF e SKIP LOCKED
  ) old
   WHERE d."noticeId" = old."noticeId" AND d."personId" = old."personId" AND d."channel" = old."channel"
  RETURNING d."personId", d."channel" = 'inApp' AND d."readAt" IS NULL AS "unread"`

// In the order in which whoever delivers counts them up: neither waits for the other.
const COUNT = `
  WITH "had" AS (
    SELECT "personId", count(*)::int AS "n" FROM unnest($1::text[]) AS p("personId") GROUP BY 1
  ), "held" AS (
    SELECT i."personId" FROM "inboxes" i WHERE i."personId" IN (SELECT "personId" FROM "had")
     ORDER BY 1 FOR UPDATE
  )
  UPDATE "inboxes" i SET "unread" = i."unread" - h."n"
    FROM "had" h JOIN "held" ON "held"."personId" = h."personId" WHERE i."personId" = h."personId"`

const NOTICES = `
  DELETE FROM "notices" n USING (${OLD}) o
   WHERE n."id" = o."id" AND NOT EXISTS (SELECT 1 FROM "deliveries" d WHERE d."noticeId" = n."id")
  RETURNING n."id"`
