import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { STAGES, type Stage } from '~/domain/topic/stage'
import { checkTransition, targetsOf, type Missing } from '~/domain/topic/transition'
import { deskStudios, moverFacts, openableStudios } from '~/policies/topic'
import type { Scope } from '~/server/scope.server'
import { getTopicFacts } from './get-topic-facts.server'

/** A topic on the desk of its studio, with what its next step still needs. */
export interface StudioDeskTopic {
  id: string
  code: string
  title: string
  studio: string
  stage: Stage
  stageSince: Date
  closesAt: Date | null
  paused: boolean
  commentCount: number
  voiceCount: number
  responseCount: number
  /** A summary is being written. */
  drafting: boolean
  /** The usual next stage, and what is missing for it; none after the last. */
  next: { to: Stage; missing: Missing[] } | null
}

export interface StudioDesk {
  studios: Array<{ id: string; name: string }>
  /** Topics that are not closed, by stage, in the order of the stages. */
  stages: Array<{ stage: Stage; topics: StudioDeskTopic[] }>
  closed: StudioDeskTopic[]
  /** The id of the last closed topic shown, to go on after. */
  next: string | null
  mayOpen: boolean
}

/** More than a studio, or a district's administrator, has open at a time. */
const OPEN_TOPICS = 200
const CLOSED_PAGE = 10

/**
 * The topics of the viewer's studios by stage; for the administrator those of all studios.
 *
 * @throws AppError forbidden for who works in no studio; invalidCursor
 */
export async function getStudioDesk(
  scope: Scope,
  options: { after?: string } = {},
): Promise<StudioDesk> {
  const reach = deskStudios(scope.viewer)
  if (reach !== 'all' && reach.length === 0) throw new AppError('forbidden')
  const { after } = options
  if (after !== undefined && !isId(after)) throw new AppError('invalidCursor')
  const within = reach === 'all' ? {} : { studioId: { in: reach } }

  const [studios, open, closed] = await Promise.all([
    scope.db.studio.findMany({
      where: reach === 'all' ? { active: true } : { id: { in: reach } },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    after === undefined
      ? scope.db.topic.findMany({
          where: { ...within, stage: { not: 'closed' } },
          orderBy: [{ stageSince: 'asc' }, { id: 'asc' }],
          take: OPEN_TOPICS,
          select: TOPIC,
        })
      : [],
    scope.db.topic.findMany({
      where: { ...within, stage: 'closed', ...(after && { id: { lt: after } }) },
      orderBy: { id: 'desc' },
      take: CLOSED_PAGE + 1,
      select: TOPIC,
    }),
  ])
  const shown = closed.slice(0, CLOSED_PAGE)
  const facts = await getTopicFacts(
    scope.db,
    open.map(({ id }) => id),
  )
  const mover = moverFacts(scope.viewer)
  const toDeskTopic = (row: (typeof open)[number]): StudioDeskTopic => {
    const { studio, _count, ...topic } = row
    const known = facts.get(topic.id)
    const to = known ? targetsOf(topic.stage)[0] : undefined
    const check = known && to ? checkTransition(known, to, mover, scope.now) : null
    return {
      ...topic,
      studio: studio.name,
      drafting: _count.summaries > 0,
      next: to && check ? { to, missing: check.ok ? [] : check.missing } : null,
    }
  }
  const topics = open.map(toDeskTopic)
  const openable = openableStudios(scope.viewer)
  return {
    studios,
    stages: STAGES.filter((stage) => stage !== 'closed')
      .map((stage) => ({ stage, topics: topics.filter((topic) => topic.stage === stage) }))
      .filter((group) => group.topics.length > 0),
    closed: shown.map(toDeskTopic),
    next: closed.length > CLOSED_PAGE ? (shown.at(-1)?.id ?? null) : null,
    mayOpen: openable === 'all' || openable.length > 0,
  }
}

const TOPIC = {
  id: true,
  code: true,
  title: true,
  stage: true,
  stageSince: true,
  closesAt: true,
  paused: true,
  commentCount: true,
  voiceCount: true,
  responseCount: true,
  studio: { select: { name: true } },
  _count: { select: { summaries: { where: { status: 'draft' } } } },
} as const
