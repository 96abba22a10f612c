import {
  cohensKappa,
  KAPPA_MINIMUM_PAIRS,
  kappaOfCategory,
  type Agreement,
  type RatedPair,
} from '~/domain/moderation/cohens-kappa'
import type { VerdictCategory } from '~/domain/moderation/second-look'
import type { TransactionDb } from '~/server/db/database.server'

/** How far second looks agree with first decisions; a kappa is null where there is none. */
export interface TeamAgreement {
  /** How many were looked at again. */
  pairs: number
  overall: Agreement | null
  /** Of each category that either side used, the most used first. */
  categories: Array<{ category: VerdictCategory; used: number; agreement: Agreement | null }>
  /** By who made the first decision. */
  people: Array<{ moderatorId: string; name: string; pairs: number; agreement: Agreement | null }>
}

interface Row extends RatedPair {
  moderatorId: string
  name: string
  first: VerdictCategory
  second: VerdictCategory
}

/** Agreement in second looks since a day, from the tallies that are kept. */
export async function readAgreement(db: TransactionDb, since: Date): Promise<TeamAgreement> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT t."moderatorId", p."displayName" AS "name", t."first", t."second", sum(t."count")::int AS "count"
      FROM "second_look_tallies" t JOIN "people" p ON p."id" = t."moderatorId"
     WHERE t."day" >= ${since}::date
     GROUP BY t."moderatorId", p."displayName", t."first", t."second"`
  const categories = [...new Set(rows.flatMap(({ first, second }) => [first, second]))]
  const people = new Map(rows.map(({ moderatorId, name }) => [moderatorId, name]))
  return {
    pairs: size(rows),
    overall: cohensKappa(rows),
    categories: categories
      .map((category) => {
        const used = size(
          rows.filter(({ first, second }) => first === category || second === category),
        )
        const agreement = kappaOfCategory(rows, category)
        // Of all pairs only these say anything about the category.
        const few = used < KAPPA_MINIMUM_PAIRS
        return {
          category,
          used,
          agreement: agreement && few ? { ...agreement, interval: null } : agreement,
        }
      })
      .sort((one, other) => other.used - one.used || one.category.localeCompare(other.category)),
    people: [...people]
      .map(([moderatorId, name]) => {
        const own = rows.filter((row) => row.moderatorId === moderatorId)
        return { moderatorId, name, pairs: size(own), agreement: cohensKappa(own) }
      })
      .sort((one, other) => other.pairs - one.pairs || one.name.localeCompare(other.name)),
  }
}

function size(rows: readonly RatedPair[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}
