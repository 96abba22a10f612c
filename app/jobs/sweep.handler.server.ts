import { expireNotices } from '~/commands/expire-notices.server'
import { sweepAttachments } from '~/commands/sweep-attachments.server'
import type { Container } from '~/server/container.server'
import { sweepIncoming } from '~/server/http/upload.server'
import { systemScope } from '~/server/system-scope.server'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** Removes what has run out. Text messages go after 30 days: their words were for one moment. */
export async function handleSweep(container: Container): Promise<void> {
  const now = container.clock()
  const dayAgo = new Date(now.getTime() - DAY_MS)
  const monthAgo = new Date(now.getTime() - 30 * DAY_MS)
  const db = container.database.prisma
  await db.session.deleteMany({ where: { expiresAt: { lte: now } } })
  await db.phoneCode.deleteMany({ where: { expiresAt: { lte: dayAgo } } })
  await db.invitation.deleteMany({ where: { expiresAt: { lte: monthAgo } } })
  await db.rateWindow.deleteMany({ where: { startsAt: { lte: dayAgo } } })
  await db.signInFailure.deleteMany({ where: { lastAt: { lte: monthAgo } } })
  await db.textMessage.deleteMany({ where: { sentAt: { lte: monthAgo } } })
  await expireNotices(systemScope(container, 'sweep'))
  // By the machine's own clock: that is what files carry.
  await sweepIncoming(container.env.DATA_DIR, new Date(Date.now() - HOUR_MS))
  await sweepAttachments(systemScope(container, 'sweep'))
}
