import { DAYS_MEASURE, type CarriedMeasure } from '~/domain/response/rate-facts'
import { shanghaiMonth } from '~/domain/shared/shanghai-time'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { carryRates } from './carry-rates.server'

/** A sum as an administrator enters it. */
export interface CarriedRateInput {
  departmentId: string
  categoryId: string
  districtId: string | null
  /** As `2026-11`. */
  month: string
  measure: CarriedMeasure
  /** How many days each answer took, where days are counted. */
  days: number
  count: number
  reason: string
}

/**
 * Enters one sum of a system used before.
 *
 * @throws AppError as `carryRates`
 */
export async function addCarriedRate(scope: Scope, input: CarriedRateInput): Promise<Outcome> {
  const { month, measure, days, count, reason, ...place } = input
  if (month >= shanghaiMonth(scope.now)) return refuse('month', 'admin.carriedRates.month.notOver')
  const gone = await goneChoice(scope, place)
  if (gone) return refuse(gone, 'admin.error.choiceGone')
  const value = measure === DAYS_MEASURE ? days : 0
  await carryRates(scope, [{ ...place, facts: [{ month, measure, value, count }] }], reason)
  return { ok: true }
}

async function goneChoice(
  { db }: Scope,
  place: Pick<CarriedRateInput, 'departmentId' | 'categoryId' | 'districtId'>,
): Promise<keyof typeof place | null> {
  const [departments, categories, districts] = await Promise.all([
    db.department.count({ where: { id: place.departmentId } }),
    db.category.count({ where: { id: place.categoryId } }),
    place.districtId === null ? 1 : db.district.count({ where: { id: place.districtId } }),
  ])
  if (departments === 0) return 'departmentId'
  if (categories === 0) return 'categoryId'
  return districts === 0 ? 'districtId' : null
}
