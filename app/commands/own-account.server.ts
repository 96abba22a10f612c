import type { Actor } from '~/domain/person/actor'
import { AppError } from '~/domain/errors'
import { verifyPassword } from '~/server/auth/passwords.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import type { Scope } from '~/server/scope.server'

/** The viewer of a command that works on their own account. Throws signInRequired for guests. */
export function requireOwner(scope: Scope): Actor {
  if (!scope.viewer) throw new AppError('signInRequired')
  return scope.viewer
}

/**
 * Whether the password is the viewer's own: asked before what a stranger at an open screen must not do.
 * Throws tooManyRequests.
 */
export async function isOwnPassword(scope: Scope, password: string): Promise<boolean> {
  const { personId } = requireOwner(scope)
  await limitRate(scope, { name: 'own-password', limit: 10, windowSeconds: 900 }, personId)
  const person = await scope.db.person.findUnique({
    where: { id: personId },
    select: { passwordHash: true },
  })
  return verifyPassword(person?.passwordHash ?? null, password)
}
