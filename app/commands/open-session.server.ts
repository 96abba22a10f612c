import { AppError } from '~/domain/errors'
import { csrfToken } from '~/server/auth/csrf.server'
import type { RequestContext } from '~/server/http/load-context.server'
import { transact } from '~/server/transact.server'

/** By what a session was opened, for the audit trail. */
export type SessionMethod =
  | 'password'
  | 'persona'
  | 'signUp'
  | 'invitation'
  | 'secondFactor'
  | 'recoveryCode'
  | 'passwordChange'
  | 'phoneChange'

/**
 * Opens a session in place of the one that the request came with, and returns the Set-Cookie header. The
 * rest of this request is already answered as the person's: a page that is rendered by an action knows
 * them, and its forms have the new session's token.
 */
export async function openSession(
  context: RequestContext,
  request: Request,
  input: { personId: string; secondFactor: boolean; method: SessionMethod },
): Promise<string> {
  const { scope, sessions, container } = context
  const { personId, secondFactor, method } = input
  await transact(scope, async (tx) => {
    tx.audit({
      action: 'session.started',
      objectType: 'person',
      objectId: personId,
      actorId: personId,
      detail: { method, secondFactor },
    })
  })
  await sessions.end(context.cookieHeader)
  const cookie = await sessions.start({
    personId,
    secondFactor,
    userAgent: request.headers.get('user-agent') ?? '',
    addressHash: scope.addressHash,
    now: scope.now,
  })
  const [pair = ''] = cookie.split(';')
  const viewer = await sessions.read(pair, scope.now)
  if (!viewer) throw new AppError('forbidden', {}, { detail: 'the account is closed' })
  context.cookieHeader = pair
  context.viewer = viewer
  context.csrf = csrfToken(container.keys.csrf, viewer.sessionId)
  scope.viewer = viewer
  return cookie
}
