import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/**
 * Takes a district off the list that was entered by mistake: only while nothing at all refers to it. Districts
 * have no state in which they would be out of use; one that was used is renamed.
 *
 * @throws AppError notFound
 */
export async function removeDistrict(scope: Scope, input: { id: string }): Promise<Outcome> {
  requireAdministrator(scope.viewer)
  return transact(scope, async (tx) => {
    const district = await tx.db.district.findUnique({
      where: { id: input.id },
      include: {
        _count: {
          select: { children: true, departments: true, studios: true, topics: true, people: true },
        },
      },
    })
    if (!district) throw new AppError('notFound')
    const { _count, id, name, parentId, position } = district
    if (Object.values(_count).some((count) => count > 0)) {
      return refuse('form', 'admin.district.inUse')
    }
    await tx.db.district.delete({ where: { id } })
    tx.audit({
      action: 'district.removed',
      objectType: 'district',
      objectId: id,
      role: 'admin',
      detail: { before: { name, parentId, position } },
    })
    tx.touch('site')
    return { ok: true }
  })
}
