import { audienceOf, type NoticeFact } from '~/domain/notice/notice'
import { fanOutNoticeJob } from '~/jobs/fan-out-notice'
import { newId } from '~/server/ids.server'
import type { Transaction } from '~/server/transact.server'
import { deliverNotice } from './deliver-notice.server'

/** What is told: the fact, the event that it is known by, and whom it concerns. */
export interface Announcement {
  /** Names the event: `response:<id>`. Told again under the same name it is told once. */
  key: string
  fact: NoticeFact
  topicId: string
  /** Who did it, and need not be told. */
  actorId: string | null
  /** Those whose own words it concerns: they are told in this transaction. */
  own?: readonly string[]
  /** The departments that answer, whose followers are told. */
  departmentIds?: readonly string[]
}

/**
 * Records something worth telling, in the transaction of what is told: whom it concerns is told at once, and one job
 * tells everybody who follows what it is about.
 */
export async function announce(tx: Transaction, announcement: Announcement): Promise<void> {
  const { key, fact, topicId, actorId, own = [], departmentIds } = announcement
  const { rows } = await tx.query<{ categoryId: string; studioId: string }>(
    `SELECT "categoryId", "studioId" FROM "topics" WHERE "id" = $1`,
    [topicId],
  )
  const [bodies] = rows
  if (!bodies) return
  const audience = audienceOf(fact.kind, { topicId, ...bodies }, departmentIds)
  const concerned = own.filter((personId) => personId !== actorId)
  if (audience.length === 0 && concerned.length === 0) return
  const id = newId(tx.now.getTime())
  const recorded = await tx.query(RECORD, [
    id,
    key,
    fact.kind,
    topicId,
    actorId,
    JSON.stringify(fact.data),
    JSON.stringify(audience),
    tx.now,
  ])
  if (recorded.rows.length === 0) return
  if (concerned.length > 0) {
    // Unread counts rise after all other counts, those included that are put off until last: one order for all.
    tx.last(async () => {
      tx.last(async () => {
        await deliverNotice(tx, id, { own: true, personIds: concerned })
      })
    })
  }
  if (audience.length > 0) await tx.enqueue(fanOutNoticeJob, { noticeId: id })
}

const RECORD = `
  INSERT INTO "notices" ("id", "key", "kind", "topicId", "actorId", "data", "audience", "at")
  VALUES ($1, $2, $3::"NoticeKind", $4, $5, $6::jsonb, $7::jsonb, $8)
  ON CONFLICT ("key") DO NOTHING RETURNING "id"`
