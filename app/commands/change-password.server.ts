import { passwordProblems } from '~/domain/account/password-rule'
import { hashPassword } from '~/server/auth/passwords.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { isOwnPassword, requireOwner } from './own-account.server'
import { tellOfAccount } from './tell-of-account.server'

/**
 * Changes the viewer's password and ends all their sessions: the caller opens a new one. Throws
 * tooManyRequests.
 */
export async function changePassword(
  scope: Scope,
  input: { currentPassword: string; password: string },
): Promise<Outcome> {
  const { personId, displayName } = requireOwner(scope)
  const detail = await scope.db.personDetail.findUnique({ where: { personId } })
  const [problem] = passwordProblems(input.password, { phone: detail?.phone ?? null, displayName })
  if (problem) return refuse('password', `password.${problem}`)
  if (!(await isOwnPassword(scope, input.currentPassword))) {
    return refuse('currentPassword', 'account.password.wrong')
  }
  if (input.password === input.currentPassword) return refuse('password', 'account.password.same')
  const passwordHash = await hashPassword(input.password)
  await transact(scope, async (tx) => {
    await tx.db.person.update({
      where: { id: personId },
      data: { passwordHash, version: { increment: 1 } },
    })
    await tx.db.session.deleteMany({ where: { personId } })
    await tellOfAccount(tx, personId, 'sms.notice.passwordChanged')
    tx.audit({ action: 'password.changed', objectType: 'person', objectId: personId })
  })
  return { ok: true }
}
