import { AppError } from '~/domain/errors'
import { keeperRole, requireScreeningKeeper } from '~/policies/screening'
import { isUniqueViolation } from '~/server/db/unique-violation.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { recordEntryChange } from './entry-change.server'

export interface RejectionReasonFields {
  /** What moderators choose by. */
  label: string
  /** What the author reads. */
  text: string
  /** Its place in the list, from the smallest. */
  position: number
  active: boolean
  /** 计入账号处置: a refusal for it is a breach of the rules, and not only out of place. */
  breach: boolean
}

/**
 * Enters a reason not to publish, or changes one. Its code stays: decisions name it. Authors who were given the
 * reason before keep the words that they were told. One reason at least stays in use: who is refused is told why.
 *
 * @param input.isNew whether the code is to be entered anew
 * @throws AppError forbidden for others than 审核组长 and administrators; notFound
 */
export async function saveRejectionReason(
  scope: Scope,
  input: { code: string; isNew: boolean; fields: RejectionReasonFields },
): Promise<Outcome<{ code: string }>> {
  const role = keeperRole(requireScreeningKeeper(scope.viewer))
  const { code, isNew, fields } = input
  try {
    return await transact(scope, async (tx) => {
      const before = isNew ? null : await tx.db.rejectionReason.findUnique({ where: { code } })
      if (!isNew && !before) throw new AppError('notFound')
      if (!fields.active) {
        const others = await tx.db.rejectionReason.count({
          where: { active: true, code: { not: code } },
        })
        if (others === 0) return refuse('active', 'admin.reason.lastOne')
      }
      if (before) await tx.db.rejectionReason.update({ where: { code }, data: fields })
      else await tx.db.rejectionReason.create({ data: { code, ...fields } })
      recordEntryChange(tx, { type: 'rejectionReason', id: code }, before, { ...fields }, role)
      return { ok: true, code }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('key', 'admin.reason.keyTaken')
    throw error
  }
}
