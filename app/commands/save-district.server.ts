import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import { newId } from '~/server/ids.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { recordEntryChange } from './entry-change.server'

export interface DistrictFields {
  name: string
  /** The district that it lies in; null for the highest. */
  parentId: string | null
  /** Its place among its neighbours, from the smallest. */
  position: number
}

/** City, district, street, community, and room for one more. */
const DEEPEST = 5

/**
 * Enters a district, or changes one. Neighbours bear different names, and none lies within itself.
 *
 * @param input.id none for a new one
 * @throws AppError notFound
 */
export async function saveDistrict(
  scope: Scope,
  input: { id: string | null; fields: DistrictFields },
): Promise<Outcome<{ id: string }>> {
  requireAdministrator(scope.viewer)
  const { fields } = input
  return transact(scope, async (tx) => {
    const id = input.id ?? newId(tx.now.getTime())
    const before = input.id ? await tx.db.district.findUnique({ where: { id } }) : null
    if (input.id && !before) throw new AppError('notFound')

    const above = await chainAbove(tx, fields.parentId)
    if (above === null) return refuse('parentId', 'admin.error.choiceGone')
    if (above.includes(id)) return refuse('parentId', 'admin.district.withinItself')
    if (above.length >= DEEPEST) return refuse('parentId', 'admin.district.tooDeep')
    const sameName = await tx.db.district.findFirst({
      where: { name: fields.name, parentId: fields.parentId, id: { not: id } },
    })
    if (sameName) return refuse('name', 'admin.error.nameTaken')

    if (before) await tx.db.district.update({ where: { id }, data: fields })
    else await tx.db.district.create({ data: { id, ...fields } })
    const changed = recordEntryChange(tx, { type: 'district', id }, before, { ...fields })
    // Districts are named on topics, studios and filters.
    if (changed) tx.touch('studios', 'topics', ...(before ? ['site'] : []))
    return { ok: true, id }
  })
}

/** A district and those that it lies in, upwards; null where it is not there. */
async function chainAbove(tx: Transaction, districtId: string | null): Promise<string[] | null> {
  const chain: string[] = []
  let next = districtId
  while (next && chain.length <= DEEPEST) {
    const district = await tx.db.district.findUnique({
      where: { id: next },
      select: { parentId: true },
    })
    if (!district) return null
    chain.push(next)
    next = district.parentId
  }
  return chain
}
