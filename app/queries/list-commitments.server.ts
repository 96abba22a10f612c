import { AppError } from '~/domain/errors'
import { COUNT_BOUND } from '~/domain/response/desk-bound'
import type { CheckAnswer, CommitmentState, CommitmentViewName } from '~/domain/response/commitment'
import { isId } from '~/domain/shared/id'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'

/** Of the desk besides: all that has an end. */
type ListedView = CommitmentViewName | 'closed'

/** How many residents say what of a commitment. */
export type CheckCounts = Record<CheckAnswer, number>

/** A promise as a line of the ledger. */
export interface CommitmentLine {
  id: string
  topicId: string
  title: string
  lang: string
  department: string
  words: string
  responsible: string
  state: CommitmentState
  /** As `2025-07-14`. */
  dueOn: string
  /** The day that was promised first, where it was moved. */
  firstDueOn: string
  keptAt: Date | null
  checks: CheckCounts
}

export interface CommitmentPage {
  commitments: CommitmentLine[]
  /** The key at which the next page begins. */
  next: string | null
}

const PAGE_SIZE = 15

/** In these views what is due first stands first; in all others what was promised last. */
function byDay(view: ListedView): boolean {
  return view === 'open' || view === 'overdue'
}

/**
 * A page of the public ledger.
 *
 * @throws AppError invalidCursor for an `after` that is no commitment
 */
export async function listCommitments(
  scope: Pick<Scope, 'db' | 'now'>,
  place: { view: ListedView; departmentIds: readonly string[] | null; after: string | null },
): Promise<CommitmentPage> {
  const { view, departmentIds } = place
  const after = place.after === null ? null : await findCursor(scope, place.after)
  const beyond = !after
    ? Prisma.empty
    : byDay(view)
      ? Prisma.sql`AND (c."dueOn", c."id") > (${after.dueOn}::date, ${after.id})`
      : Prisma.sql`AND c."id" < ${after.id}`
  const order = byDay(view) ? Prisma.sql`"dueOn", "id"` : Prisma.sql`"id" DESC`
  const take = PAGE_SIZE + 1
  const where = Prisma.sql`${conditionOf(view, scope.now)} ${beyond}`
  // Each department's along its own index: together they have none.
  const rows = await readLines(
    scope,
    departmentIds
      ? Prisma.sql`
          SELECT line.* FROM unnest(${[...departmentIds]}::text[]) AS mine("id")
            CROSS JOIN LATERAL (${LINES} WHERE c."departmentId" = mine."id" ${where}
              ORDER BY ${orderOf(view)} LIMIT ${take}) line
           ORDER BY ${order} LIMIT ${take}`
      : Prisma.sql`${LINES} WHERE true ${where} ORDER BY ${orderOf(view)} LIMIT ${take}`,
  )
  const commitments = rows.slice(0, PAGE_SIZE)
  return {
    commitments,
    next: rows.length > PAGE_SIZE ? (commitments.at(-1)?.id ?? null) : null,
  }
}

function conditionOf(view: ListedView, now: Date): Prisma.Sql {
  switch (view) {
    case 'all':
      return Prisma.empty
    case 'overdue':
      return Prisma.sql`AND c."state" = 'open' AND c."dueOn" < ${shanghaiDate(now)}::date`
    case 'closed':
      return Prisma.sql`AND c."state" <> 'open'`
    default:
      return Prisma.sql`AND c."state" = ${view}::"CommitmentState"`
  }
}

interface LineRow extends Omit<CommitmentLine, 'checks'> {
  so: number
  notYet: number
  cannotSay: number
}

function orderOf(view: ListedView): Prisma.Sql {
  return byDay(view) ? Prisma.sql`c."dueOn", c."id"` : Prisma.sql`c."id" DESC`
}

const tally = (answer: CheckAnswer) => Prisma.sql`
  coalesce((SELECT n."count" FROM "commitment_check_tallies" n
    WHERE n."commitmentId" = c."id" AND n."answer" = ${answer}::"CheckAnswer"), 0)`

const LINES = Prisma.sql`
  SELECT c."id", c."topicId", t."title", t."lang", d."name" AS "department", c."words", c."responsible",
         c."state"::text, c."dueOn"::text, c."keptAt",
         coalesce((SELECT m."fromOn" FROM "commitment_moves" m
            WHERE m."commitmentId" = c."id" AND m."outcome" = 'granted'
            ORDER BY m."id" LIMIT 1), c."dueOn")::text AS "firstDueOn",
         ${tally('so')} AS "so", ${tally('notYet')} AS "notYet", ${tally('cannotSay')} AS "cannotSay"
    FROM "commitments" c
    JOIN "topics" t ON t."id" = c."topicId"
    JOIN "departments" d ON d."id" = c."departmentId"`

async function readLines(
  scope: Pick<Scope, 'db'>,
  statement: Prisma.Sql,
): Promise<CommitmentLine[]> {
  const rows = await scope.db.$queryRaw<LineRow[]>(statement)
  return rows.map(({ so, notYet, cannotSay, ...line }) => ({
    ...line,
    checks: { so, notYet, cannotSay },
  }))
}

async function findCursor(
  scope: Pick<Scope, 'db'>,
  after: string,
): Promise<{ id: string; dueOn: Date }> {
  const row = isId(after)
    ? await scope.db.commitment.findUnique({
        where: { id: after },
        select: { id: true, dueOn: true },
      })
    : null
  if (!row) throw new AppError('invalidCursor')
  return row
}

/** How many promises each view has. What is overdue is read off the clock, and counted up to a bound. */
export interface CommitmentCounts extends Record<CommitmentState, number> {
  all: number
  overdue: number
}

/** The counts of the ledger, of one department or of all: kept with the states, not counted anew. */
export async function countLedger(
  scope: Pick<Scope, 'db' | 'now'>,
  departmentIds: readonly string[] | null,
): Promise<CommitmentCounts> {
  const of = departmentIds
    ? Prisma.sql`"departmentId" = ANY(${[...departmentIds]})`
    : Prisma.sql`true`
  const [tallies, [late]] = await Promise.all([
    scope.db.$queryRaw<Array<{ state: CommitmentState; count: number }>>`
      SELECT "state"::text, sum("count")::int AS "count" FROM "commitment_tallies"
       WHERE ${of} GROUP BY "state"`,
    scope.db.$queryRaw<[{ count: number }]>`
      SELECT count(*)::int AS "count" FROM (
        SELECT 1 FROM "commitments"
         WHERE "state" = 'open' AND "dueOn" < ${shanghaiDate(scope.now)}::date AND ${of}
         LIMIT ${COUNT_BOUND + 1}) late`,
  ])
  const countOf = (state: CommitmentState) =>
    tallies.find((each) => each.state === state)?.count ?? 0
  return {
    all: tallies.reduce((sum, { count }) => sum + count, 0),
    open: countOf('open'),
    overdue: late.count,
    kept: countOf('kept'),
    keptLate: countOf('keptLate'),
    withdrawn: countOf('withdrawn'),
  }
}

/** The departments that have promised anything. */
export async function listPromisingDepartments(
  scope: Pick<Scope, 'db'>,
): Promise<Array<{ id: string; name: string }>> {
  return scope.db.department.findMany({
    where: { commitmentCounts: { some: {} } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}
