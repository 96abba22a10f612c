import { AppError } from '~/domain/errors'
import type { SanctionStep } from '~/domain/moderation/sanction'
import type { SanctionView } from '~/domain/moderation/sanction-view'
import { isId } from '~/domain/shared/id'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'

export interface SanctionEntry {
  id: string
  step: SanctionStep
  name: string
  /** Since when it waits or holds. */
  at: Date
  /** When it is due to be decided, or over. */
  by: Date | null
  /** Proposed by the rules, and by nobody. */
  byRule: boolean
  /** A 审核组长 has handed it on to an administrator. */
  forAdmin: boolean
  /** How many texts it rests on. */
  texts: number
}

export interface SanctionPage {
  entries: SanctionEntry[]
  nextAfter: string | null
}

export const SANCTION_PAGE_SIZE = 30

/**
 * Proposals, the oldest first; appeals by the day on which they are due; what is in force by its end.
 *
 * @throws AppError invalidCursor
 */
export async function listSanctions(
  scope: Scope,
  input: { view: SanctionView; after?: string | null },
): Promise<SanctionPage> {
  const { view, after } = input
  if (after && !isId(after)) throw new AppError('invalidCursor')
  const rows = await scope.db.$queryRaw<SanctionEntry[]>`
    SELECT s."id", s."step"::text, p."displayName" AS "name", s."proposedById" IS NULL AS "byRule",
           s."bySenior" AND s."step" IN ('closed', 'barred') AS "forAdmin",
           (SELECT count(*)::int FROM "sanction_basis" b WHERE b."sanctionId" = s."id") AS "texts",
           ${columnsOf(view)}
      FROM ${tablesOf(view)} JOIN "people" p ON p."id" = s."personId"
     WHERE ${ofView(view, scope.now)} AND ${pastCursor(view, after ?? null)}
     ORDER BY ${orderOf(view)} LIMIT ${SANCTION_PAGE_SIZE + 1}`
  const entries = rows.slice(0, SANCTION_PAGE_SIZE)
  return {
    entries,
    nextAfter: rows.length > SANCTION_PAGE_SIZE ? (entries.at(-1)?.id ?? null) : null,
  }
}

/** How much waits in each view that is worked off. */
export async function countSanctions(
  scope: Scope,
): Promise<Record<Exclude<SanctionView, 'inForce'>, number>> {
  const [counts] = await scope.db.$queryRaw<[{ proposed: number; appeals: number }]>`
    SELECT (SELECT count(*)::int FROM "sanctions" s WHERE s."status" = 'proposed') AS "proposed",
           (SELECT count(*)::int FROM "sanction_appeals" a JOIN "sanctions" s ON s."id" = a."sanctionId"
             WHERE a."result" IS NULL AND s."status" = 'active') AS "appeals"`
  return counts
}

const END = Prisma.sql`coalesce(s."until", 'infinity'::timestamptz)`

function columnsOf(view: SanctionView): Prisma.Sql {
  switch (view) {
    case 'proposed':
      return Prisma.sql`s."proposedAt" AS "at", NULL::timestamptz AS "by"`
    case 'appeals':
      return Prisma.sql`a."createdAt" AS "at", a."dueAt" AS "by"`
    case 'inForce':
      return Prisma.sql`s."from" AS "at", s."until" AS "by"`
  }
}

function tablesOf(view: SanctionView): Prisma.Sql {
  return view === 'appeals'
    ? Prisma.sql`"sanction_appeals" a JOIN "sanctions" s ON s."id" = a."sanctionId"`
    : Prisma.sql`"sanctions" s`
}

function ofView(view: SanctionView, now: Date): Prisma.Sql {
  switch (view) {
    case 'proposed':
      return Prisma.sql`s."status" = 'proposed'`
    case 'appeals':
      return Prisma.sql`a."result" IS NULL AND s."status" = 'active'`
    case 'inForce':
      return Prisma.sql`s."status" = 'active' AND ${END} > ${now}`
  }
}

function pastCursor(view: SanctionView, after: string | null): Prisma.Sql {
  if (!after) return Prisma.sql`true`
  switch (view) {
    case 'proposed':
      return Prisma.sql`s."id" > ${after}`
    case 'appeals':
      return Prisma.sql`(a."dueAt", a."sanctionId") > (
        SELECT c."dueAt", c."sanctionId" FROM "sanction_appeals" c WHERE c."sanctionId" = ${after})`
    case 'inForce':
      return Prisma.sql`(${END}, s."id") > (
        SELECT coalesce(c."until", 'infinity'::timestamptz), c."id" FROM "sanctions" c WHERE c."id" = ${after})`
  }
}

function orderOf(view: SanctionView): Prisma.Sql {
  switch (view) {
    case 'proposed':
      return Prisma.sql`s."id"`
    case 'appeals':
      return Prisma.sql`a."dueAt", a."sanctionId"`
    case 'inForce':
      return Prisma.sql`${END}, s."id"`
  }
}
