import type { Stage, TopicMode } from '~/domain/topic/stage'
import { nextTopicCode, topicCodePrefix } from '~/domain/topic/topic-text'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { topicHotScore } from '~/domain/topic/hot'
import { quoteExcerpt } from '~/domain/comment/quote'
import { AppError } from '~/domain/errors'
import { requireOpenTopic } from '~/policies/topic'
import { newId } from '~/server/ids.server'
import { renderMarkdown } from '~/server/markdown/render.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { announce } from './announce.server'
import { indexForSearch } from './index-for-search.server'
import { recordOnTimeline } from './record-on-timeline.server'

/** The words and settings of a topic, cleaned. */
export interface TopicWords {
  title: string
  /** One sentence for lists. */
  question: string
  /** Markdown; may be empty while voices are collected. */
  background: string
  categoryId: string
  districtId: string | null
  tags: string[]
  /** The first instant at which it takes in no more; null where no end is set. */
  closesAt: Date | null
  mode: TopicMode
}

const FIRST_STAGE: Stage = 'collecting'

/**
 * Opens a topic in a studio: it takes in comments from now on.
 *
 * @throws AppError forbidden for who does not convene there; notFound for a studio, category or district
 *   that is not there
 */
export async function openTopic(
  scope: Scope,
  input: TopicWords & { studioId: string },
): Promise<{ topicId: string; code: string }> {
  const opener = requireOpenTopic(scope.viewer, input.studioId)
  const rendered = renderMarkdown(input.background, 'document')
  return transact(scope, async (tx) => {
    const studio = await tx.db.studio.findFirst({
      where: { id: input.studioId, active: true },
      select: { name: true },
    })
    if (!studio) throw new AppError('notFound')
    await requirePlaces(tx, input)
    const topicId = newId(tx.now.getTime())
    const code = await takeCode(tx)
    const { studioId, title, question, background, categoryId, districtId, tags, closesAt, mode } =
      input
    await tx.db.topic.create({
      data: {
        id: topicId,
        code,
        title,
        question,
        background,
        backgroundHtml: rendered.html,
        rendererVersion: rendered.version,
        categoryId,
        studioId,
        districtId,
        openedById: opener.personId,
        tags,
        stage: FIRST_STAGE,
        stageSince: tx.now,
        mode,
        openedAt: tx.now,
        closesAt,
        hot: topicHotScore({ people: 0, comments: 0, newestAt: tx.now }),
      },
    })
    await recordOnTimeline(
      tx,
      topicId,
      { kind: 'opened', data: { studio: studio.name } },
      { actorId: opener.personId },
    )
    await indexTopic(tx, { topicId, title, question, background, tags, openedAt: tx.now })
    await announce(tx, {
      key: `topic:${topicId}`,
      fact: { kind: 'topicOpened', data: { studio: studio.name } },
      topicId,
      actorId: opener.personId,
    })
    tx.audit({
      action: 'topic.opened',
      objectType: 'topic',
      objectId: topicId,
      detail: {
        code,
        studioId,
        categoryId,
        districtId,
        mode,
        closesAt: closesAt?.toISOString() ?? null,
      },
    })
    tx.touch('topics', `topic:${topicId}`, `studio:${studioId}`)
    return { topicId, code }
  })
}

/** Puts a topic's words into the search. */
export async function indexTopic(
  tx: Transaction,
  topic: Pick<TopicWords, 'title' | 'question' | 'background' | 'tags'> & {
    topicId: string
    openedAt: Date
  },
): Promise<void> {
  await indexForSearch(tx, {
    objectId: topic.topicId,
    kind: 'topic',
    topicId: topic.topicId,
    title: topic.title,
    text: [topic.question, topic.tags.join(' '), topic.background].join('\n'),
    excerpt: quoteExcerpt(topic.question),
    publishedAt: topic.openedAt,
  })
}

/** @throws AppError notFound for a category or district that is not there, or no longer in use */
export async function requirePlaces(
  tx: Transaction,
  words: Pick<TopicWords, 'categoryId' | 'districtId'>,
): Promise<void> {
  const category = await tx.db.category.findFirst({
    where: { id: words.categoryId, active: true },
    select: { id: true },
  })
  const district =
    words.districtId === null ||
    (await tx.db.district.findUnique({ where: { id: words.districtId }, select: { id: true } }))
  if (!category || !district) throw new AppError('notFound')
}

async function takeCode(tx: Transaction): Promise<string> {
  // Topics take their numbers one after another.
  await tx.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('topic-code'))::text`
  const year = Number(shanghaiDate(tx.now).slice(0, 4))
  // By number, not as text: 1000 comes after 999.
  const [highest] = await tx.db.$queryRaw<Array<{ code: string }>>`
    SELECT "code" FROM "topics" WHERE "code" LIKE ${`${topicCodePrefix(year)}%`}
     ORDER BY length("code") DESC, "code" DESC LIMIT 1`
  return nextTopicCode(year, highest?.code ?? null)
}
