import { AppError } from '~/domain/errors'
import { CARRIED_MEASURES, DAYS_MEASURE, type CarriedMeasure } from '~/domain/response/rate-facts'
import { isId } from '~/domain/shared/id'
import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'

/** A sum of a system used before. */
export interface CarriedRateEntry {
  id: string
  /** As `2026-11`. */
  month: string
  measure: CarriedMeasure
  /** How many days each answer took; null where days are not counted. */
  days: number | null
  count: number
  reason: string | null
  department: string
  category: string
  district: string | null
}

const PAGE_SIZE = 30

/**
 * The sums that were brought over, those entered last first.
 *
 * @throws AppError forbidden; invalidCursor
 */
export async function listCarriedRates(
  scope: Scope,
  after: string | null,
): Promise<{ entries: CarriedRateEntry[]; next: string | null }> {
  requireAdministrator(scope.viewer)
  if (after !== null && !isId(after)) throw new AppError('invalidCursor')
  const rows = await scope.db.carriedRate.findMany({
    where: after === null ? {} : { id: { lt: after } },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
    select: {
      id: true,
      month: true,
      measure: true,
      value: true,
      count: true,
      reason: true,
      department: { select: { name: true } },
      category: { select: { name: true } },
      district: { select: { name: true } },
    },
  })
  const page = rows.slice(0, PAGE_SIZE)
  return {
    entries: page.flatMap(({ measure, value, department, category, district, ...row }) => {
      const known = CARRIED_MEASURES.find((each) => each === measure)
      if (!known) return []
      return {
        ...row,
        measure: known,
        days: known === DAYS_MEASURE ? value : null,
        department: department.name,
        category: category.name,
        district: district?.name ?? null,
      }
    }),
    next: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  }
}

/** What a sum can be entered for: of what is not in use any more, too, as it is of the past. */
export async function listCarriedChoices(scope: Scope) {
  requireAdministrator(scope.viewer)
  const select = { id: true, name: true } as const
  const [departments, categories, districts] = await Promise.all([
    scope.db.department.findMany({ select, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
    scope.db.category.findMany({ select, orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
    scope.db.district.findMany({ select, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
  ])
  return { departments, categories, districts }
}
