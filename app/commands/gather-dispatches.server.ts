import { digestKey, nextDigestAt } from '~/domain/notice/frequency'
import { mayGoNow } from '~/domain/notice/sending'
import type { NoticeSettings } from '~/domain/notice/settings'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { noticeSettings } from '~/server/settings.server'
import { transact, type Transaction } from '~/server/transact.server'

/** How many persons are gone through in one transaction. */
const TAKE = 500

type Channel = 'email' | 'push'

interface Waiting {
  personId: string
  /** One of what is due belongs into a digest. */
  digest: boolean
  first: string
  /** `2025-07-14`: the day that the counts are of. */
  countsOn: string | null
  had: number
}

/**
 * Joins what is due to a person into one message: a burst of news, or a digest. Who has had enough for the day waits
 * for the next digest, or for nothing where there is none. Any number of processes may do this: each holds the
 * persons it goes through.
 *
 * @returns for how many persons something was gathered or put off
 */
export async function gatherDispatches(scope: Scope, channel: Channel): Promise<number> {
  const settings = await noticeSettings(scope.db)
  let gone = 0
  for (;;) {
    const count = await transact(scope, async (tx) => {
      const { rows } = await tx.query<Waiting>(channel === 'email' ? HOLD_MAIL : HOLD_PUSH, [
        channel,
        tx.now,
        TAKE,
      ])
      if (rows.length > 0) await gather(tx, channel, settings, rows)
      return rows.length
    })
    gone += count
    if (count < TAKE) return gone
  }
}

async function gather(
  tx: Transaction,
  channel: Channel,
  settings: NoticeSettings,
  waiting: readonly Waiting[],
): Promise<void> {
  const today = shanghaiDate(tx.now)
  const toDigest = channel === 'email'
  const goes = (person: Waiting) =>
    (toDigest && person.digest) ||
    mayGoNow({ on: person.countsOn, count: person.had }, today, settings.mostADay, {
      keepOne: toDigest,
    })
  const now = waiting.filter(goes)
  const held = waiting.filter((person) => !goes(person)).map(({ personId }) => personId)
  const dispatches = now.map(({ personId, digest, first }) => ({
    id: newId(tx.now.getTime()),
    personId,
    kind: digest ? 'digest' : 'news',
    key: digest ? digestKey(tx.now) : `news:${first}`,
  }))
  // A digest of this day that is there already leaves its news to the next one.
  const { rows: made } = await tx.query<{ personId: string }>(MAKE, [
    JSON.stringify(dispatches),
    channel,
    tx.now,
    new Date(tx.now.getTime() + settings.burstSeconds * 1000),
    today,
  ])
  const has = new Set(made.map(({ personId }) => personId))
  const left = [...held, ...now.map(({ personId }) => personId).filter((id) => !has.has(id))]
  if (left.length > 0) {
    await tx.query(toDigest ? PUT_OFF : DROP, [
      left,
      channel,
      tx.now,
      ...(toDigest ? [nextDigestAt(tx.now, 'daily')] : []),
    ])
  }
}

/** Persons for whom something is due, held until the transaction ends; whoever else holds some goes on with others. */
const hold = (had: 'mailed' | 'pushed') => `
  WITH "due" AS (
    SELECT DISTINCT "personId" FROM (
      SELECT "personId" FROM "deliveries"
       WHERE "state" = 'waiting' AND "channel" = $1::"NoticeChannel" AND "dueAt" <= $2
       ORDER BY "dueAt" LIMIT $3
    ) d
  ), "held" AS (
    SELECT i."personId", i."countsOn"::text, i."${had}" AS "had" FROM "inboxes" i
     WHERE i."personId" IN (SELECT "personId" FROM "due") FOR UPDATE SKIP LOCKED
  )
  SELECT h.*, w."digest", w."first"
    FROM "held" h
    CROSS JOIN LATERAL (
      SELECT bool_or(d."digest") AS "digest", min(d."noticeId") AS "first" FROM "deliveries" d
       WHERE d."personId" = h."personId" AND d."state" = 'waiting' AND d."channel" = $1::"NoticeChannel"
         AND d."dueAt" <= $2
    ) w
   WHERE w."first" IS NOT NULL`

const HOLD_MAIL = hold('mailed')
const HOLD_PUSH = hold('pushed')

// What comes due within the window of a burst goes along.
const MAKE = `
  WITH "made" AS (
    INSERT INTO "dispatches" ("id", "personId", "channel", "kind", "key", "createdAt", "nextAt")
    SELECT n."id", n."personId", $2::"NoticeChannel", n."kind"::"DispatchKind", n."key", $3, $3
      FROM jsonb_to_recordset($1::jsonb) AS n("id" text, "personId" text, "kind" text, "key" text)
    ON CONFLICT ("personId", "channel", "key") DO NOTHING RETURNING "id", "personId"
  ), "joined" AS (
    UPDATE "deliveries" d SET "state" = 'queued', "dispatchId" = m."id" FROM "made" m
     WHERE d."personId" = m."personId" AND d."channel" = $2::"NoticeChannel" AND d."state" = 'waiting'
       AND d."dueAt" <= $4
  ), "counted" AS (
    UPDATE "inboxes" i
       SET "countsOn" = $5::date,
           "mailed" = CASE WHEN i."countsOn" = $5::date THEN i."mailed" ELSE 0 END + ($2 = 'email')::int,
           "pushed" = CASE WHEN i."countsOn" = $5::date THEN i."pushed" ELSE 0 END + ($2 = 'push')::int
      FROM "made" m WHERE i."personId" = m."personId"
  )
  SELECT "personId" FROM "made"`

const PUT_OFF = `
  UPDATE "deliveries" SET "digest" = true, "dueAt" = $4
   WHERE "personId" = ANY($1::text[]) AND "channel" = $2::"NoticeChannel" AND "state" = 'waiting' AND "dueAt" <= $3`

const DROP = `
  UPDATE "deliveries" SET "state" = 'dropped'
   WHERE "personId" = ANY($1::text[]) AND "channel" = $2::"NoticeChannel" AND "state" = 'waiting' AND "dueAt" <= $3`
