import { deviceOf, type Device } from '~/domain/account/device'
import { AppError } from '~/domain/errors'
import type { Scope } from '~/server/scope.server'

export interface SessionView {
  id: string
  device: Device
  createdAt: Date
  lastSeenAt: Date
  /** The session of this very request. */
  current: boolean
  /** Opened from the address that this request comes from: addresses themselves are not kept. */
  sameNetwork: boolean
}

/** The viewer's sessions that have not run out, the present one first, then the one seen last. */
export async function listSessions(scope: Scope): Promise<SessionView[]> {
  const { viewer } = scope
  if (!viewer) throw new AppError('signInRequired')
  const rows = await scope.db.session.findMany({
    where: { personId: viewer.personId, expiresAt: { gt: scope.now } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    take: 100,
  })
  return rows
    .map((row) => ({
      id: row.id,
      device: deviceOf(row.userAgent),
      createdAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      current: row.id === viewer.sessionId,
      sameNetwork: row.addressHash !== '' && row.addressHash === scope.addressHash,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current))
}
