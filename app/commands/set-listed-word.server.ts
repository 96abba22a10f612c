import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { keeperRole, requireScreeningKeeper } from '~/policies/screening'
import type { Scope } from '~/server/scope.server'
import { SCREENING_TAG } from '~/server/screening-kit.server'
import { transact } from '~/server/transact.server'

/**
 * Takes a listed word out of use, or puts it back. Whoever does what is done already changes nothing.
 *
 * @throws AppError forbidden; notFound
 */
export async function setListedWord(
  scope: Scope,
  input: { id: string; active: boolean },
): Promise<{ ok: true }> {
  const keeper = requireScreeningKeeper(scope.viewer)
  if (!isId(input.id)) throw new AppError('notFound')
  return transact(scope, async (tx) => {
    const { count } = await tx.db.listedWord.updateMany({
      where: { id: input.id, active: !input.active },
      data: { active: input.active, version: { increment: 1 } },
    })
    if (count === 0) {
      const there = await tx.db.listedWord.count({ where: { id: input.id } })
      if (there === 0) throw new AppError('notFound')
      return { ok: true }
    }
    tx.audit({
      action: input.active ? 'listedWord.reactivated' : 'listedWord.deactivated',
      objectType: 'listedWord',
      objectId: input.id,
      role: keeperRole(keeper),
    })
    tx.touch(SCREENING_TAG)
    return { ok: true }
  })
}
