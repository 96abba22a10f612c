import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import type { TopicSort } from '~/domain/topic/topic-sorts'
import type { Stage, TopicMode, Verdict } from '~/domain/topic/stage'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'

/** A topic as a line of a list. */
export interface TopicLine {
  id: string
  title: string
  question: string
  lang: string
  category: string
  studio: string
  district: string | null
  stage: Stage
  mode: TopicMode
  paused: boolean
  supervised: boolean
  openedAt: Date
  closesAt: Date | null
  commentCount: number
  voiceCount: number
  responseCount: number
  respondedAt: Date | null
  /** Of the newest published summary. */
  verdict: Verdict | null
}

export const TOPICS_PER_PAGE = 15

export interface TopicListPlace {
  sort: TopicSort
  stage: Stage | null
  categoryId: string | null
  districtId: string | null
  studioId?: string | null
  after: string | null
}

export interface TopicPage {
  topics: TopicLine[]
  /** The key at which the next page begins. */
  older: string | null
}

/**
 * A page of topics: newest, liveliest, or latest answered first.
 *
 * @param take so many at most
 * @throws AppError invalidCursor for an `after` that is no id of a topic
 */
export async function listTopics(
  scope: Pick<Scope, 'db'>,
  place: TopicListPlace,
  take = TOPICS_PER_PAGE,
): Promise<TopicPage> {
  const after = place.after === null ? null : await findCursor(scope, place.after)
  const rows = await readTopicLines(
    scope,
    Prisma.sql`
      WHERE true
        ${place.stage ? Prisma.sql`AND t."stage" = ${place.stage}::"Stage"` : Prisma.empty}
        ${place.categoryId ? Prisma.sql`AND t."categoryId" = ${place.categoryId}` : Prisma.empty}
        ${place.districtId ? Prisma.sql`AND t."districtId" = ${place.districtId}` : Prisma.empty}
        ${place.studioId ? Prisma.sql`AND t."studioId" = ${place.studioId}` : Prisma.empty}
        ${place.sort === 'responded' ? Prisma.sql`AND t."respondedAt" IS NOT NULL` : Prisma.empty}
        ${after ? afterCondition(place.sort, after) : Prisma.empty}
      ORDER BY ${ORDERS[place.sort]} LIMIT ${take + 1}`,
  )
  const topics = rows.slice(0, take)
  return { topics, older: rows.length > take ? (topics.at(-1)?.id ?? null) : null }
}

const ORDERS: Record<TopicSort, Prisma.Sql> = {
  new: Prisma.sql`t."id" DESC`,
  hot: Prisma.sql`t."hot" DESC, t."id" DESC`,
  responded: Prisma.sql`t."respondedAt" DESC, t."id" DESC`,
}

/** Topics as lines of a list; `rest` is the statement from WHERE on, with the topic as `t`. */
export async function readTopicLines(
  scope: Pick<Scope, 'db'>,
  rest: Prisma.Sql,
): Promise<TopicLine[]> {
  return scope.db.$queryRaw<TopicLine[]>`
    SELECT t."id", t."title", t."question", t."lang", c."name" AS "category", s."name" AS "studio",
           d."name" AS "district", t."stage"::text, t."mode"::text, t."paused", t."supervised",
           t."openedAt", t."closesAt", t."commentCount", t."voiceCount", t."responseCount", t."respondedAt",
           (SELECT o."verdict"::text FROM "outcome_summaries" o
             WHERE o."topicId" = t."id" AND o."status" = 'published'
             ORDER BY o."number" DESC LIMIT 1) AS "verdict"
      FROM "topics" t
      JOIN "categories" c ON c."id" = t."categoryId"
      JOIN "studios" s ON s."id" = t."studioId"
      LEFT JOIN "districts" d ON d."id" = t."districtId"
    ${rest}`
}

interface Cursor {
  id: string
  hot: number
  respondedAt: Date | null
}

async function findCursor(scope: Pick<Scope, 'db'>, after: string): Promise<Cursor> {
  const row = isId(after)
    ? await scope.db.topic.findUnique({
        where: { id: after },
        select: { id: true, hot: true, respondedAt: true },
      })
    : null
  if (!row) throw new AppError('invalidCursor')
  return row
}

function afterCondition(sort: TopicSort, { id, hot, respondedAt }: Cursor): Prisma.Sql {
  switch (sort) {
    case 'new':
      return Prisma.sql`AND t."id" < ${id}`
    case 'hot':
      return Prisma.sql`AND (t."hot", t."id") < (${String(hot)}::float8, ${id})`
    case 'responded':
      if (!respondedAt) throw new AppError('invalidCursor')
      return Prisma.sql`AND (t."respondedAt", t."id") < (${respondedAt}::timestamptz, ${id})`
  }
}

/** What topics can be chosen by: the categories and districts that have any. */
export async function listTopicFilters(scope: Pick<Scope, 'db'>): Promise<{
  categories: Array<{ id: string; name: string }>
  districts: Array<{ id: string; name: string }>
}> {
  const [categories, districts] = await Promise.all([
    scope.db.category.findMany({
      where: { topics: { some: {} } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    }),
    scope.db.district.findMany({
      where: { topics: { some: {} } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    }),
  ])
  return { categories, districts }
}
