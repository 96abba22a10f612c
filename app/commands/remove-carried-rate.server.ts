import { takenBack, type Measure } from '~/domain/response/rate-facts'
import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { countForRatesAt } from './count-for-rates.server'

/**
 * Takes a sum of a system used before out of the rates. What it was stays on the audit trail. Removing it twice is no
 * error.
 *
 * @throws AppError forbidden
 */
export async function removeCarriedRate(scope: Scope, id: string): Promise<void> {
  requireAdministrator(scope.viewer)
  await transact(scope, async (tx) => {
    // Held, so that of two who remove it one takes it back.
    await tx.query(`SELECT 1 FROM "carried_rates" WHERE "id" = $1 FOR UPDATE`, [id])
    const before = await tx.db.carriedRate.findUnique({ where: { id } })
    if (!before) return
    await tx.db.carriedRate.delete({ where: { id } })
    const { departmentId, categoryId, districtId, measure, month, value, count, reason } = before
    countForRatesAt(
      tx,
      { categoryId, districtId },
      departmentId,
      takenBack([{ measure: measure as Measure, month, value, count }]),
    )
    tx.audit({
      action: 'rates.carriedRemoved',
      objectType: 'rates',
      objectId: 'rates',
      role: 'admin',
      detail: {
        before: { departmentId, categoryId, districtId, measure, month, value, count, reason },
      },
    })
  })
}
