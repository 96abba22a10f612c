import { nextDigestAt } from '~/domain/notice/frequency'
import { noticeSettings } from '~/server/settings.server'
import type { Transaction } from '~/server/transact.server'

/** Whose turn it is: those named, or the next of those who follow one of the subjects. */
export type Told =
  | { own: true; personIds: readonly string[] }
  | {
      own: false
      after: string
      take: number
      exceptId: string | null
      kinds: string[]
      ids: string[]
    }

/**
 * Writes deliveries of a notice for many people in one statement: in the product for everybody, by mail and by
 * web push for who wants those. Who has the notice already, by whatever reason, gets it no second time, so that
 * this may be run again. Unread counts rise in the order of ids, so that two of these never wait for one another.
 *
 * @returns the last of those whose turn it was, to go on after; null where there was nobody
 */
export async function deliverNotice(
  tx: Transaction,
  noticeId: string,
  told: Told,
): Promise<{ last: string | null; count: number }> {
  const { burstSeconds } = await noticeSettings(tx.db)
  const values = [
    noticeId,
    told.own,
    tx.now,
    new Date(tx.now.getTime() + burstSeconds * 1000),
    nextDigestAt(tx.now, 'daily'),
    nextDigestAt(tx.now, 'weekly'),
  ]
  const more = told.own
    ? [[...told.personIds]]
    : [told.kinds, told.ids, told.after, told.take, told.exceptId]
  const { rows } = await tx.query<{ last: string | null; count: number }>(
    told.own ? TO_NAMED : TO_FOLLOWERS,
    [...values, ...more],
  )
  return rows[0] ?? { last: null, count: 0 }
}

const DELIVER = `
  ), "told" AS (
    SELECT p."id" FROM "turn" JOIN "people" p ON p."id" = "turn"."personId" WHERE p."status" <> 'closed'
  ), "shown" AS (
    INSERT INTO "deliveries" ("noticeId", "personId", "channel", "own", "state", "dueAt", "sentAt")
    SELECT $1, "id", 'inApp', $2::boolean, 'sent', $3::timestamptz, $3::timestamptz FROM "told"
    ON CONFLICT DO NOTHING RETURNING "personId"
  ), "counted" AS (
    INSERT INTO "inboxes" AS i ("personId", "unread") SELECT "personId", 1 FROM "shown" ORDER BY 1
    ON CONFLICT ("personId") DO UPDATE SET "unread" = i."unread" + 1
  ), "mailed" AS (
    INSERT INTO "deliveries" ("noticeId", "personId", "channel", "own", "state", "digest", "dueAt")
    SELECT $1, m."personId", 'email', $2::boolean, 'waiting', m."frequency" <> 'atOnce',
           CASE m."frequency" WHEN 'atOnce' THEN $4::timestamptz WHEN 'daily' THEN $5::timestamptz ELSE $6::timestamptz END
      FROM "shown" JOIN "mailboxes" m ON m."personId" = "shown"."personId"
     WHERE m."address" IS NOT NULL AND m."frequency" <> 'none'
    ON CONFLICT DO NOTHING
  ), "pushed" AS (
    INSERT INTO "deliveries" ("noticeId", "personId", "channel", "own", "state", "dueAt")
    SELECT $1, "personId", 'push', $2::boolean, 'waiting', $3::timestamptz FROM "shown"
     WHERE EXISTS (SELECT 1 FROM "push_subscriptions" s WHERE s."personId" = "shown"."personId")
    ON CONFLICT DO NOTHING
  )
  SELECT max("personId") AS "last", count(*)::int AS "count" FROM "turn"`

const TO_NAMED = `
  WITH "turn" AS (
    SELECT DISTINCT unnest($7::text[]) AS "personId"
  ${DELIVER}`

// One reading of the key a subject, each ending where the turn is full.
const TO_FOLLOWERS = `
  WITH "turn" AS (
    SELECT DISTINCT f."personId"
      FROM unnest($7::text[], $8::text[]) AS s("kind", "id")
      CROSS JOIN LATERAL (
        SELECT b."personId" FROM "subscriptions" b
         WHERE b."kind" = s."kind"::"SubjectKind" AND b."subjectId" = s."id" AND b."personId" > $9
           AND b."personId" IS DISTINCT FROM $11
         ORDER BY b."personId" LIMIT $10
      ) f
     ORDER BY 1 LIMIT $10
  ${DELIVER}`
