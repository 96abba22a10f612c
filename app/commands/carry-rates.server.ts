import { AppError } from '~/domain/errors'
import { canBeCarried, type RateFact } from '~/domain/response/rate-facts'
import { shanghaiMonth } from '~/domain/shared/shanghai-time'
import { requireAdministrator } from '~/policies/administration'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { countForRatesAt } from './count-for-rates.server'

/** Sums of a department, in a category and a district. */
export interface CarriedSums {
  departmentId: string
  categoryId: string
  districtId: string | null
  facts: readonly RateFact[]
}

/**
 * Brings over what was counted in a system used before: sums of months gone by, of what came to an end there.
 *
 * @param reason where they come from
 * @throws AppError forbidden; invalidInput for this month and later ones, and for what is still owed or open
 */
export async function carryRates(
  scope: Scope,
  sums: readonly CarriedSums[],
  reason: string,
): Promise<void> {
  requireAdministrator(scope.viewer)
  const present = shanghaiMonth(scope.now)
  const wrong = sums.some(({ facts }) =>
    facts.some((fact) => !canBeCarried(fact) || fact.month >= present),
  )
  if (wrong) throw new AppError('invalidInput')
  const rows = sums.flatMap(({ facts, ...place }) =>
    facts.map((fact) => ({ id: newId(scope.now.getTime()), reason, ...place, ...fact })),
  )
  await transact(scope, async (tx) => {
    await tx.db.carriedRate.createMany({ data: rows })
    for (const { departmentId, facts, ...place } of sums) {
      countForRatesAt(tx, place, departmentId, facts)
    }
    tx.audit({
      action: 'rates.carried',
      objectType: 'rates',
      objectId: 'rates',
      role: 'admin',
      detail: {
        reason,
        rows: rows.length,
        departments: [...new Set(sums.map(({ departmentId }) => departmentId))],
        months: [...new Set(rows.map(({ month }) => month))].sort(),
      },
    })
  })
}
