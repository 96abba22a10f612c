import { MOST_ATTEMPTS, retryAfterMs } from '~/domain/notice/sending'
import type { Container } from '~/server/container.server'

/** How long a worker has what it took up. One that died gives it back by that. */
export const LEASE_MS = 60_000

export interface ClaimedDispatch {
  id: string
  personId: string
  kind: 'news' | 'digest' | 'confirm'
  /** This attempt's number, from 1. */
  attempts: number
}

/** Takes up messages that are to be sent, those waiting longest first. No two workers take up the same. */
export async function claimDispatches(
  container: Container,
  channel: 'email' | 'push',
  take: number,
): Promise<ClaimedDispatch[]> {
  const now = container.clock()
  const { rows } = await container.database.query<ClaimedDispatch>(CLAIM, [
    channel,
    now,
    take,
    new Date(now.getTime() + LEASE_MS),
  ])
  return rows
}

/** The message was accepted: it, and every notice in it, is sent. */
export async function settleDispatch(container: Container, id: string): Promise<void> {
  await container.database.query(
    `WITH "sent" AS (
       UPDATE "dispatches" SET "sentAt" = $2, "failedAt" = NULL, "error" = NULL WHERE "id" = $1
     )
     UPDATE "deliveries" SET "state" = 'sent', "sentAt" = $2 WHERE "dispatchId" = $1`,
    [id, container.clock()],
  )
}

/** The attempt failed: the next one is later each time, until the message is given up. */
export async function failDispatch(
  container: Container,
  { id, attempts }: Pick<ClaimedDispatch, 'id' | 'attempts'>,
  problem: { code: string; permanent: boolean },
): Promise<void> {
  const now = container.clock()
  const over = problem.permanent || attempts >= MOST_ATTEMPTS
  await container.database.query(
    `UPDATE "dispatches" SET "nextAt" = $2, "failedAt" = $3, "error" = $4 WHERE "id" = $1 AND "sentAt" IS NULL`,
    [id, new Date(now.getTime() + retryAfterMs(attempts)), over ? now : null, problem.code],
  )
}

/** Nobody wants the message any more: it goes, and its notices are not told by this way. */
export async function dropDispatch(container: Container, id: string): Promise<void> {
  await container.database.query(
    `WITH "dropped" AS (
       UPDATE "deliveries" SET "state" = 'dropped', "dispatchId" = NULL WHERE "dispatchId" = $1
     )
     UPDATE "dispatches" SET "sentAt" = $2, "error" = 'unwanted' WHERE "id" = $1`,
    [id, container.clock()],
  )
}

const CLAIM = `
  UPDATE "dispatches" x SET "nextAt" = $4, "attempts" = x."attempts" + 1
    FROM (
      SELECT "id" FROM "dispatches"
       WHERE "channel" = $1::"NoticeChannel" AND "sentAt" IS NULL AND "failedAt" IS NULL AND "nextAt" <= $2
       ORDER BY "nextAt", "id" LIMIT $3 FOR UPDATE SKIP LOCKED
    ) due
   WHERE x."id" = due."id"
  RETURNING x."id", x."personId", x."kind"::text, x."attempts"`
