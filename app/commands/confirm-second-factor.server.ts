import { isStaff } from '~/domain/person/actor'
import { AppError } from '~/domain/errors'
import {
  matchingStep,
  newRecoveryCodes,
  newSecret,
  openSecret,
  parseRecoveryCode,
  recoveryCodeHash,
  sealSecret,
} from '~/server/auth/second-factor.server'
import { newId } from '~/server/ids.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { requireOwner } from './own-account.server'
import { tellOfAccount } from './tell-of-account.server'

/** How long a set-up may take, in milliseconds. */
const SETUP_MS = 60 * 60 * 1000

/**
 * Who may set up a second factor: staff, and who has one only after showing it, so that a stolen
 * password is not enough to put another in its place. Throws forbidden, or secondFactorRequired.
 */
export function requireMayPrepare(scope: Scope): string {
  const viewer = requireOwner(scope)
  if (!isStaff(viewer)) throw new AppError('forbidden')
  if (viewer.hasSecondFactor && !viewer.secondFactor) throw new AppError('secondFactorRequired')
  return viewer.personId
}

/**
 * A new secret for the viewer, and the same sealed for the form that confirms it: nothing is stored, and
 * a second factor in use stays in use, until a code has shown that the app has it.
 */
export function prepareSecondFactor(scope: Scope): { secret: string; sealed: string } {
  const personId = requireMayPrepare(scope)
  const secret = newSecret()
  const key = scope.container.keys.secondFactor
  return { secret, sealed: sealSecret(key, personId, `${scope.now.getTime()} ${secret}`) }
}

/** The secret that a form brings back; a new one when it was changed or took too long. */
export function reopenSecondFactor(
  scope: Scope,
  sealed: string,
): { secret: string; sealed: string; fresh: boolean } {
  const personId = requireMayPrepare(scope)
  const opened = openSecret(scope.container.keys.secondFactor, personId, sealed)
  const [preparedAt, secret] = opened?.split(' ') ?? []
  const young = scope.now.getTime() - Number(preparedAt) < SETUP_MS
  if (!secret || !young) return { ...prepareSecondFactor(scope), fresh: true }
  return { secret, sealed, fresh: false }
}

/**
 * Takes the secret into use once a code of it is right, and returns new recovery codes; earlier ones stop
 * working. The caller opens a session that has shown its second factor. Throws tooManyRequests.
 */
export async function confirmSecondFactor(
  scope: Scope,
  input: { secret: string; code: string },
): Promise<Outcome<{ recoveryCodes: string[] }>> {
  const personId = requireMayPrepare(scope)
  await limitRate(scope, { name: 'second-factor-set-up', limit: 20, windowSeconds: 900 }, personId)
  const step = await matchingStep(input.secret, input.code.normalize('NFKC').replace(/\s/gu, ''))
  if (step === null) return refuse('code', 'account.setUp.wrong')
  const key = scope.container.keys.secondFactor
  const secret = sealSecret(key, personId, input.secret)
  const recoveryCodes = newRecoveryCodes()
  await transact(scope, async (tx) => {
    const values = { secret, confirmedAt: tx.now, lastStep: step }
    await tx.db.secondFactor.upsert({
      where: { personId },
      create: { personId, ...values },
      update: values,
    })
    await tx.db.recoveryCode.deleteMany({ where: { personId } })
    await tx.db.recoveryCode.createMany({
      data: recoveryCodes.map((code) => ({
        id: newId(tx.now.getTime()),
        personId,
        codeHash: recoveryCodeHash(key, personId, parseRecoveryCode(code) ?? ''),
      })),
    })
    await tellOfAccount(tx, personId, 'sms.notice.secondFactorConfirmed')
    tx.audit({ action: 'secondFactor.confirmed', objectType: 'person', objectId: personId })
  })
  return { ok: true, recoveryCodes }
}
