import { AppError } from '~/domain/errors'
import type { Role } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { studioHtml } from '~/server/markdown/studio-html.server'
import type { Studio } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'
import { listTopics, type TopicLine } from './list-topics.server'

export interface StudioMember {
  name: string
  role: 'convener' | 'liaison' | 'member'
  title: string | null
}

/** A studio as the public sees it. */
export interface StudioView {
  id: string
  name: string
  level: 'studio' | 'station'
  type: string
  sector: string | null
  place: string
  district: string | null
  active: boolean
  introductionHtml: string
  dutiesHtml: string
  rulesHtml: string
  /** Conveners first, then liaisons, then members. */
  people: StudioMember[]
  topics: TopicLine[]
  /** The key at which the next page of topics begins. */
  older: string | null
}

const TOPICS_SHOWN = 20
const PEOPLE_SHOWN = 60
const ROLE_ORDER = ['convener', 'liaison', 'member'] as const

/**
 * A studio or station with its people and a page of its topics, the newest first.
 *
 * @throws AppError notFound; invalidCursor for an `after` that is no topic
 */
export async function getStudio(
  scope: Pick<Scope, 'db' | 'now'>,
  id: string,
  after: string | null = null,
): Promise<StudioView> {
  const studio = isId(id)
    ? await scope.db.studio.findUnique({
        where: { id },
        include: {
          type: { select: { name: true } },
          district: { select: { name: true } },
          grants: {
            where: {
              role: { in: [...ROLE_ORDER] },
              revokedAt: null,
              OR: [{ until: null }, { until: { gt: scope.now } }],
              person: { status: 'active' },
            },
            orderBy: { id: 'asc' },
            take: PEOPLE_SHOWN,
            select: {
              role: true,
              title: true,
              personId: true,
              person: { select: { displayName: true } },
            },
          },
        },
      })
    : null
  if (!studio) throw new AppError('notFound')
  const place = { sort: 'new' as const, stage: null, categoryId: null, districtId: null }
  const { topics, older } = await listTopics(scope, { ...place, studioId: id, after }, TOPICS_SHOWN)
  return {
    id: studio.id,
    name: studio.name,
    level: studio.level,
    type: studio.type.name,
    sector: studio.sector,
    place: studio.place,
    district: studio.district?.name ?? null,
    active: studio.active,
    ...htmlOf(studio),
    people: peopleOf(studio.grants),
    topics,
    older,
  }
}

/** The stored HTML; of a studio that was entered before it was stored, and not changed since, made from its texts. */
function htmlOf(studio: Studio): Pick<StudioView, 'introductionHtml' | 'dutiesHtml' | 'rulesHtml'> {
  const { introductionHtml, dutiesHtml, rulesHtml } = studio
  return introductionHtml !== null && dutiesHtml !== null && rulesHtml !== null
    ? { introductionHtml, dutiesHtml, rulesHtml }
    : studioHtml(studio)
}

/** Each person once, in the first of their roles. */
function peopleOf(
  grants: ReadonlyArray<{
    role: Role
    title: string | null
    personId: string
    person: { displayName: string }
  }>,
): StudioMember[] {
  const seen = new Set<string>()
  return ROLE_ORDER.flatMap((role) =>
    grants.flatMap((grant) => {
      if (grant.role !== role || seen.has(grant.personId)) return []
      seen.add(grant.personId)
      return [{ name: grant.person.displayName, role, title: grant.title }]
    }),
  )
}
