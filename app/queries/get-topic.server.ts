import type { Stance } from '~/domain/comment/comment'
import { AppError } from '~/domain/errors'
import { plainExcerpt } from '~/domain/shared/clean-text'
import { isId } from '~/domain/shared/id'
import type { Stage, TopicMode, Verdict } from '~/domain/topic/stage'
import type { Scope } from '~/server/scope.server'

interface Named {
  id: string
  name: string
}

/** A topic as its pages show it. */
export interface TopicView {
  id: string
  code: string
  title: string
  question: string
  backgroundHtml: string
  lang: string
  tags: string[]
  category: Named
  studio: Named
  district: Named | null
  stage: Stage
  mode: TopicMode
  paused: boolean
  supervised: boolean
  /** 并案: the topic that is answered in this one's place. */
  mergedInto: { id: string; title: string } | null
  openedAt: Date
  closesAt: Date | null
  commentCount: number
  voiceCount: number
  responseCount: number
  /** Published opening comments by stance. */
  tallies: Partial<Record<Stance, number>>
  /** The newest published summary. */
  summary: {
    number: number
    verdict: Verdict
    publishedAt: Date
    points: number
    /** The beginning of its introduction. */
    excerpt: string
  } | null
}

const EXCERPT_CHARACTERS = 150

/**
 * A topic with what stands around it, in one statement that reads kept counts.
 *
 * @throws AppError notFound
 */
export async function getTopic(scope: Pick<Scope, 'db'>, topicId: string): Promise<TopicView> {
  if (!isId(topicId)) throw new AppError('notFound')
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT t."id", t."code", t."title", t."question", t."backgroundHtml", t."lang", t."tags",
           c."id" AS "categoryId", c."name" AS "categoryName", s."id" AS "studioId", s."name" AS "studioName",
           d."id" AS "districtId", d."name" AS "districtName", t."stage"::text, t."mode"::text, t."paused",
           t."supervised",
           m."id" AS "mergedId", m."title" AS "mergedTitle", t."openedAt", t."closesAt", t."commentCount", t."voiceCount", t."responseCount",
           (SELECT json_object_agg(k."stance", k."count") FROM "stance_tallies" k
             WHERE k."topicId" = t."id") AS "tallies",
           o."number", o."verdict"::text, o."publishedAt", left(o."introduction", 4600) AS "introduction",
           (SELECT count(*)::int FROM "summary_points" p WHERE p."summaryId" = o."id") AS "points"
      FROM "topics" t
      JOIN "categories" c ON c."id" = t."categoryId"
      JOIN "studios" s ON s."id" = t."studioId"
      LEFT JOIN "districts" d ON d."id" = t."districtId"
      LEFT JOIN "topics" m ON m."id" = t."mergedIntoId"
      LEFT JOIN LATERAL (
        SELECT * FROM "outcome_summaries" u WHERE u."topicId" = t."id" AND u."status" = 'published'
         ORDER BY u."number" DESC LIMIT 1
      ) o ON true
     WHERE t."id" = ${topicId}`
  if (!row) throw new AppError('notFound')
  const { categoryId, categoryName, studioId, studioName, districtId, districtName } = row
  const { number, verdict, publishedAt, points, introduction, tallies, ...rest } = row
  const { mergedId, mergedTitle, ...topic } = rest
  return {
    ...topic,
    category: { id: categoryId, name: categoryName },
    studio: { id: studioId, name: studioName },
    district: districtId && districtName ? { id: districtId, name: districtName } : null,
    mergedInto: mergedId && mergedTitle ? { id: mergedId, title: mergedTitle } : null,
    tallies: tallies ?? {},
    summary:
      number !== null && verdict && publishedAt
        ? {
            number,
            verdict,
            publishedAt,
            points,
            excerpt: plainExcerpt(introduction ?? '', EXCERPT_CHARACTERS),
          }
        : null,
  }
}

interface Row extends Omit<
  TopicView,
  'category' | 'studio' | 'district' | 'mergedInto' | 'tallies' | 'summary'
> {
  mergedId: string | null
  mergedTitle: string | null
  categoryId: string
  categoryName: string
  studioId: string
  studioName: string
  districtId: string | null
  districtName: string | null
  tallies: TopicView['tallies'] | null
  number: number | null
  verdict: Verdict | null
  publishedAt: Date | null
  points: number
  introduction: string | null
}
