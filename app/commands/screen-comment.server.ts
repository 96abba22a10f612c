import { screeningOf } from '~/domain/moderation/sanction'
import type { Duplicate, ScreeningFacts } from '~/domain/moderation/screening/facts'
import type { Finding } from '~/domain/moderation/screening/finding'
import type { FileWords } from '~/domain/moderation/screening/file-words'
import { likenessTo } from '~/domain/moderation/screening/near-copies'
import { screen, type Screening, type ScreeningKit } from '~/domain/moderation/screening/screen'
import { AppError } from '~/domain/errors'
import type { Actor } from '~/domain/person/actor'

/** The latest comments of the author that are looked at: as many as the burst rule may count. */
const LATEST = 50

/** Of these so many are compared with what is sent: each comparison keeps whoever sends waiting. */
const LATEST_COMPARED = 6

/** Of texts with the same fingerprint, the newest are looked at. */
const NEWEST_ALIKE = 100

/** Of a topic's texts that meet in a band the newest are looked at, and of these those that meet in most are compared. */
const MET_IN_TOPIC = 100
const COMPARED_IN_TOPIC = 6

/** What is so many times as long, or as short, is no near copy. */
const TIMES_AS_LONG = 3

/** What a statement brings of what screening asks for. Times are milliseconds. */
export interface ScreeningRow {
  accountCreatedAt: Date
  history: { sentAt: number[]; decided: number; rejected: number }
  alike: AlikeRow[]
  /** What may be a near copy, with its text. */
  near: Array<AlikeRow & { text: string }>
}

type AlikeRow = Omit<Duplicate, 'sentAt' | 'similarity'> & { sentAt: number }

/**
 * Columns of a statement that reads a `ScreeningRow`. The arguments are expressions of SQL, such as `$4`; what is
 * screened again (`commentId`) is not compared with itself. Without `copies` none are looked for.
 */
export function screeningColumns(sql: {
  personId: string
  commentId: string
  copies?: { topicId: string; fingerprint: string; bands: string; length: string }
}): string {
  return `${authorColumns(sql)},${sql.copies ? copiesColumns({ ...sql, ...sql.copies }) : NO_COPIES}`
}

const NO_COPIES = ` '[]'::json AS "alike", '[]'::json AS "near"`

function authorColumns(sql: { personId: string; commentId: string }): string {
  return `
    (SELECT p."createdAt" FROM "people" p WHERE p."id" = ${sql.personId}) AS "accountCreatedAt",
    (SELECT json_build_object(
              'sentAt', coalesce(json_agg((extract(epoch FROM l."createdAt") * 1000)::bigint), '[]'),
              'decided', count(*) FILTER (WHERE l."latestStatus" IN ('published', 'rejected', 'returned')),
              'rejected', count(*) FILTER (WHERE l."latestStatus" = 'rejected'))
       FROM (SELECT c."createdAt", c."latestStatus" FROM "comments" c
              WHERE c."authorId" = ${sql.personId} AND c."id" IS DISTINCT FROM ${sql.commentId}
              ORDER BY c."id" DESC LIMIT ${LATEST}) l) AS "history"`
}

// Signatures are found by their bands, never by going through all: their order is no index's, and the bands are known
// only when it runs, so that those of a text which many have sent make no other plan.
function copiesColumns(sql: {
  personId: string
  topicId: string
  commentId: string
  fingerprint: string
  bands: string
  length: string
}): string {
  return `
    (SELECT coalesce(json_agg(json_build_object(
              'commentId', c."id", 'byAuthor', c."authorId" = ${sql.personId},
              'inTopic', c."topicId" = ${sql.topicId},
              'sentAt', (extract(epoch FROM r."createdAt") * 1000)::bigint)), '[]')
       FROM (SELECT a."id", a."commentId", a."createdAt" FROM "comment_revisions" a
              WHERE a."fingerprint" = ${sql.fingerprint} ORDER BY a."id" DESC LIMIT ${NEWEST_ALIKE}) r
       JOIN "comments" c ON c."latestRevisionId" = r."id"
      WHERE c."id" IS DISTINCT FROM ${sql.commentId} AND c."latestStatus" IN ('pending', 'published')
        AND (c."authorId" = ${sql.personId} OR c."topicId" = ${sql.topicId})) AS "alike",
    (SELECT coalesce(json_agg(json_build_object(
              'commentId', c."id", 'byAuthor', c."authorId" = ${sql.personId},
              'inTopic', c."topicId" = ${sql.topicId},
              'sentAt', (extract(epoch FROM r."createdAt") * 1000)::bigint,
              'text', coalesce(r."originalText", r."text"))), '[]')
       FROM (SELECT l."id" FROM (SELECT c."id" FROM "comments" c WHERE c."authorId" = ${sql.personId}
                ORDER BY c."id" DESC LIMIT ${LATEST_COMPARED}) l
             UNION
             SELECT m."commentId" FROM (
               SELECT s."commentId",
                      (SELECT count(*) FROM unnest(s."bands") b WHERE b = ANY (${sql.bands}::int[])) AS "times"
                 FROM (SELECT d."commentId", d."bands" FROM "demand_signatures" d
                        WHERE d."bands" && (SELECT ${sql.bands}::int[])
                        ORDER BY d."commentId" || '' DESC LIMIT ${MET_IN_TOPIC}) s
                ORDER BY 2 DESC, 1 DESC LIMIT ${COMPARED_IN_TOPIC}) m) n
       JOIN "comments" c ON c."id" = n."id"
       JOIN "comment_revisions" r ON r."id" = c."latestRevisionId"
      WHERE cardinality(${sql.bands}::int[]) > 0 AND c."id" IS DISTINCT FROM ${sql.commentId}
        AND c."latestStatus" IN ('pending', 'published')
        AND (c."authorId" = ${sql.personId} OR c."topicId" = ${sql.topicId})
        AND r."fingerprint" IS DISTINCT FROM ${sql.fingerprint}
        AND length(r."text") BETWEEN ${sql.length}::int / ${TIMES_AS_LONG}
                                 AND ${sql.length}::int * ${TIMES_AS_LONG}) AS "near"`
}

/**
 * Screens a text, and what is said of its files, with what was read of its author.
 *
 * @throws AppError textRefused, with the `rule`
 */
export function screenComment(
  text: string,
  author: Actor,
  row: ScreeningRow,
  kit: ScreeningKit,
  now: Date,
  files: readonly FileWords[] = [],
): Screening {
  const facts: ScreeningFacts = {
    account: {
      confirmed: author.confirmed,
      createdAt: row.accountCreatedAt,
      sanction: author.sanction && screeningOf(author.sanction.step),
    },
    history: { ...row.history, sentAt: row.history.sentAt.map((at) => new Date(Number(at))) },
    duplicates: duplicatesOf(text, row),
  }
  const screening = screen({ original: text, files, now, facts }, kit)
  if (screening.asks === 'refuse') {
    const refusal = screening.findings.find(({ asks, trial }) => asks === 'refuse' && !trial)
    throw new AppError('textRefused', { rule: refusal?.rule ?? '' })
  }
  return screening
}

function duplicatesOf(text: string, { alike, near }: ScreeningRow): Duplicate[] {
  const same = alike.map((each) => ({ ...each, similarity: 100 }))
  const similarity = near.length > 0 ? likenessTo(text) : () => 0
  const nearly = near.map(({ text: other, ...each }) => ({
    ...each,
    similarity: similarity(other),
  }))
  return [...same, ...nearly].map((each) => ({ ...each, sentAt: new Date(Number(each.sentAt)) }))
}

/** The findings as `FINDINGS` takes them. */
export function findingRows(findings: readonly Finding[]): string {
  return JSON.stringify(
    findings.map(({ rule, asks, trial, evidence, files = [], params }) => ({
      rule,
      asks,
      trial,
      evidence,
      files: files.map(({ file, part, start, end }) => ({ file, part, start, end })),
      params,
    })),
  )
}

/**
 * A statement's part that records findings (as JSON, see `findingRows`) with their revision. The arguments are
 * expressions of SQL.
 */
export function recordFindings(sql: { revisionId: string; findings: string; at: string }): string {
  return `INSERT INTO "screening_findings" ("revisionId", "rule", "asks", "trial", "evidence", "files", "params", "at")
    SELECT ${sql.revisionId}, f."rule", f."asks", f."trial", f."evidence", f."files", f."params", ${sql.at}
      FROM jsonb_to_recordset(${sql.findings}::jsonb)
        AS f("rule" text, "asks" text, "trial" boolean, "evidence" jsonb, "files" jsonb,
             "params" jsonb)`
}

/** Whether what is said of files is shown otherwise than it was typed. */
export function hasMasks(typed: readonly FileWords[], shown: readonly FileWords[]): boolean {
  return typed.some(({ name, alt }, index) => {
    const words = shown[index]
    return words !== undefined && (words.name !== name || words.alt !== alt)
  })
}

/** What of a screening goes to the review task. */
export function taskOf(screening: Screening): { risk: number; rules: string[] } {
  return { risk: screening.risk, rules: rulesInForce(screening) }
}

/** The rules that found something and are not on trial. */
export function rulesInForce({ findings }: Screening): string[] {
  return findings.filter(({ trial }) => !trial).map(({ rule }) => rule)
}
