import { getQueueCounts } from '~/queries/get-queue-counts.server'
import { recountQueue } from '~/queries/recount-queue.server'
import type { CountedView } from '~/domain/moderation/queue-counts'
import type { Container } from '~/server/container.server'

const KEPT_DAYS = 90
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Compares the kept counts of the queue with what is there, both read at one moment, and records the drift: the
 * sum over the views of how far each is off. It is published as it is; nothing is put right in silence.
 */
export async function handleRecountQueue(container: Container): Promise<number> {
  const at = container.clock()
  const { kept, counted } = await container.database.prisma.$transaction(
    async (db) => ({ kept: await getQueueCounts({ db }), counted: await recountQueue(db) }),
    { isolationLevel: 'RepeatableRead' },
  )
  const views = Object.keys(counted) as CountedView[]
  const wrong = views
    .map((view) => ({ view, kept: kept[view] ?? 0, counted: counted[view] }))
    .filter((each) => each.kept !== each.counted)
  const drift = wrong.reduce((sum, each) => sum + Math.abs(each.kept - each.counted), 0)
  if (drift > 0) container.log.error({ wrong }, 'the counts of the queue have drifted')
  const db = container.database.prisma
  await db.queueRecount.upsert({
    where: { at },
    create: { at, drift, detail: wrong },
    update: { drift, detail: wrong },
  })
  const old = new Date(at.getTime() - KEPT_DAYS * DAY_MS)
  await db.queueRecount.deleteMany({ where: { at: { lt: old } } })
  return drift
}
