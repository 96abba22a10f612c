import { readTimelineFact, type TimelineFact } from '~/domain/topic/timeline'
import type { Scope } from '~/server/scope.server'

export type TimelineEntryView = TimelineFact & {
  id: string
  at: Date
  /** For colleagues: never among what the public reads. */
  internal: boolean
}

/** More facts than any topic has; a bound, so that no page grows without one. */
const MAX_ENTRIES = 300

/** A topic's way in public, oldest first. Internal entries are left out by the query itself. */
export async function getTopicTimeline(
  scope: Pick<Scope, 'db'>,
  topicId: string,
): Promise<TimelineEntryView[]> {
  return readTimeline(scope, topicId, { internal: false })
}

/** A topic's way with its internal entries, for those who work on it. The caller has asked whether they may. */
export async function getWorkingTimeline(
  scope: Pick<Scope, 'db'>,
  topicId: string,
): Promise<TimelineEntryView[]> {
  return readTimeline(scope, topicId, {})
}

async function readTimeline(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  which: { internal?: boolean },
): Promise<TimelineEntryView[]> {
  const rows = await scope.db.timelineEntry.findMany({
    where: { topicId, ...which },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MAX_ENTRIES,
    select: { id: true, kind: true, at: true, internal: true, data: true },
  })
  return rows.reverse().flatMap(({ id, kind, at, internal, data }) => {
    const fact = readTimelineFact(kind, data)
    return fact ? [{ ...fact, id, at, internal }] : []
  })
}
