import type { Transaction } from '~/server/transact.server'

/** Drops the pages that show a person's name: where they spoke, and the studios that they belong to. */
export async function touchPagesNaming(tx: Transaction, personId: string): Promise<void> {
  const voices = await tx.db.topicVoice.findMany({
    where: { personId },
    select: { topicId: true },
  })
  const opened = await tx.db.topic.findMany({
    where: { openedById: personId },
    select: { id: true },
  })
  const grants = await tx.db.grant.findMany({
    where: { personId, studioId: { not: null } },
    select: { studioId: true },
  })
  tx.touch('topics')
  tx.touch(...voices.map(({ topicId }) => `topic:${topicId}`))
  tx.touch(...opened.map(({ id }) => `topic:${id}`))
  if (grants.length > 0) tx.touch('studios', ...grants.map(({ studioId }) => `studio:${studioId}`))
}
