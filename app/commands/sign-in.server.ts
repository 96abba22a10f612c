import { afterFailure, lockedForMs, type LockoutState } from '~/domain/account/lockout'
import { verifyPassword } from '~/server/auth/passwords.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/**
 * Whose number and password these are. Numbers without an account are counted, locked and answered like
 * the others, after the same work. Throws tooManyRequests when an address tries too often.
 *
 * @param input.phone in its one form, as `parseMobile` gives it
 */
export async function signIn(
  scope: Scope,
  input: { phone: string; password: string },
): Promise<Outcome<{ personId: string }>> {
  await limitRate(scope, { name: 'sign-in', limit: 60, windowSeconds: 600 }, scope.addressKey)
  const key = phoneHash(scope.container.keys, input.phone)
  const attempt = await countAttempt(scope, key)
  if (attempt.refused) {
    await recordFailure(scope, key, 'locked')
    return locked(scope, attempt.state)
  }
  const detail = await scope.db.personDetail.findUnique({
    where: { phoneHash: key },
    select: { person: { select: { id: true, passwordHash: true } } },
  })
  const person = detail?.person
  const right = await verifyPassword(person?.passwordHash ?? null, input.password)
  if (!right || !person) {
    await recordFailure(scope, key, 'wrong')
    return attempt.state.lockedUntil
      ? locked(scope, attempt.state)
      : refuse('form', 'account.signIn.wrong')
  }
  await scope.db.signInFailure.deleteMany({ where: { key } })
  return { ok: true, personId: person.id }
}

/**
 * Counts the attempt as a failure before the password is looked at, under a lock on the number's row:
 * of many guesses sent at once no more get through than of the same sent one after another. A success
 * clears the count.
 */
async function countAttempt(
  scope: Scope,
  key: string,
): Promise<{ refused: boolean; state: LockoutState }> {
  return scope.db.$transaction(async (db) => {
    await db.$executeRaw`
      INSERT INTO "sign_in_failures" ("key", "failures", "lastAt") VALUES (${key}, 0, ${scope.now})
      ON CONFLICT ("key") DO NOTHING`
    const [before] = await db.$queryRaw<[LockoutState]>`
      SELECT "failures", "lastAt", "lockedUntil" FROM "sign_in_failures"
       WHERE "key" = ${key} FOR UPDATE`
    if (lockedForMs(before, scope.now) > 0) return { refused: true, state: before }
    const state = afterFailure(before, scope.now)
    const { failures, lastAt, lockedUntil } = state
    await db.signInFailure.update({ where: { key }, data: { failures, lastAt, lockedUntil } })
    return { refused: false, state }
  })
}

function locked(scope: Scope, state: LockoutState) {
  const minutes = Math.max(1, Math.ceil(lockedForMs(state, scope.now) / 60_000))
  return refuse('form', 'account.signIn.locked', { minutes })
}

async function recordFailure(scope: Scope, key: string, reason: string): Promise<void> {
  await transact(scope, async (tx) => {
    tx.audit({
      action: 'session.failed',
      objectType: 'phone',
      objectId: key,
      detail: { reason },
    })
  })
}
