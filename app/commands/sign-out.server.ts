import type { RequestContext } from '~/server/http/load-context.server'
import { transact } from '~/server/transact.server'

/** Ends the session of the request and returns the Set-Cookie header that forgets it. */
export async function signOut(context: RequestContext): Promise<string> {
  const { scope, sessions, viewer } = context
  if (viewer) {
    await transact(scope, async (tx) => {
      tx.audit({ action: 'session.ended', objectType: 'person', objectId: viewer.personId })
    })
  }
  return sessions.end(context.cookieHeader)
}
