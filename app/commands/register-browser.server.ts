import { createHash } from 'node:crypto'
import { AppError } from '~/domain/errors'
import { isPushService } from '~/domain/notice/push-service'
import type { Scope } from '~/server/scope.server'
import type { PushTarget } from '~/server/push/push-sender.server'
import { transact } from '~/server/transact.server'
import { requireOwner } from './own-account.server'

/** So many browsers of one person are told; the oldest go. */
const MOST_BROWSERS = 10

const KEY = /^[\w-]{16,120}={0,2}$/

/**
 * Has a browser show the viewer's notices. One that showed another person's shows the viewer's from now on.
 *
 * @throws AppError invalidInput for what no browser sends, or a service that is not known
 */
export async function registerBrowser(scope: Scope, target: PushTarget): Promise<void> {
  const { personId } = requireOwner(scope)
  const { endpoint, p256dh, auth } = target
  const services = scope.container.env.PUSH_SERVICES.split(',').map((host) => host.trim())
  if (endpoint.length > 1_000 || !isPushService(endpoint, services)) {
    throw new AppError('invalidInput', { field: 'endpoint' })
  }
  if (!KEY.test(p256dh) || !KEY.test(auth)) throw new AppError('invalidInput', { field: 'keys' })
  await transact(scope, async (tx) => {
    const id = createHash('sha256').update(endpoint).digest('hex')
    const row = { personId, endpoint, p256dh, auth, createdAt: tx.now }
    const before = await tx.db.pushSubscription.findUnique({
      where: { id },
      select: { personId: true },
    })
    await tx.db.pushSubscription.upsert({
      where: { id },
      create: { id, ...row },
      update: row,
    })
    const kept = await tx.db.pushSubscription.findMany({
      where: { personId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: MOST_BROWSERS,
      select: { id: true },
    })
    await tx.db.pushSubscription.deleteMany({ where: { id: { in: kept.map((each) => each.id) } } })
    if (before?.personId === personId) return
    // A way by which others could read along. Which browser it is says its address, which is not for the log.
    tx.audit({ action: 'browser.registered', objectType: 'person', objectId: personId })
  })
}

/** Has no browser show the viewer's notices any more. */
export async function forgetBrowsers(scope: Scope): Promise<void> {
  const { personId } = requireOwner(scope)
  await transact(scope, async (tx) => {
    const { count } = await tx.db.pushSubscription.deleteMany({ where: { personId } })
    if (count > 0) {
      tx.audit({ action: 'browser.forgotten', objectType: 'person', objectId: personId })
    }
    await tx.db.delivery.updateMany({
      where: { personId, channel: 'push', state: 'waiting' },
      data: { state: 'dropped' },
    })
  })
}
