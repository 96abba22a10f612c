import type { TimelineFact } from '~/domain/topic/timeline'
import type { Prisma } from '~/generated/prisma/client'
import { newId } from '~/server/ids.server'
import type { Transaction } from '~/server/transact.server'

/** Writes a fact onto a topic's timeline. Internal ones are for colleagues and never reach public pages. */
export async function recordOnTimeline(
  tx: Transaction,
  topicId: string,
  fact: TimelineFact,
  options: { actorId: string | null; internal?: boolean },
): Promise<void> {
  await tx.db.timelineEntry.create({
    data: {
      id: newId(tx.now.getTime()),
      topicId,
      kind: fact.kind,
      at: tx.now,
      actorId: options.actorId,
      internal: options.internal ?? false,
      data: fact.data satisfies object as Prisma.InputJsonObject,
    },
  })
}
