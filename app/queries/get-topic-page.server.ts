import type { VoicesPlace } from '~/domain/comment/voices-place'
import type { Scope } from '~/server/scope.server'
import { getTopic, type TopicView } from './get-topic.server'
import { getTopicTimeline, type TimelineEntryView } from './get-topic-timeline.server'
import { listComments, type ConversationPage } from './list-comments.server'
import { listResponses, type PublishedResponse } from './list-responses.server'

/** What everybody reads on a topic's page. */
export interface TopicPageView {
  topic: TopicView
  /** The page's conversations. */
  page: ConversationPage
  /** What stands above the voices on the first page; on those behind it the reader has been there. */
  front: { timeline: TimelineEntryView[]; responses: PublishedResponse[] } | null
}

const MAX_RESPONSES = 30

/**
 * A page of a topic as everybody reads it. Nothing in it depends on who asks: it may be shared.
 *
 * @throws AppError notFound, invalidCursor
 */
export async function getTopicPage(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  place: VoicesPlace,
): Promise<TopicPageView> {
  const isFront = place.start.side === 'first'
  const [topic, page, timeline] = await Promise.all([
    getTopic(scope, topicId),
    listComments(scope, topicId, place),
    isFront ? getTopicTimeline(scope, topicId) : [],
  ])
  const responses = isFront ? await listAnswers(scope, topic) : []
  return { topic, page, front: isFront ? { timeline, responses } : null }
}

/** The topic's own answers, and where it was merged into another one, that one's before them. */
async function listAnswers(
  scope: Pick<Scope, 'db'>,
  topic: Pick<TopicView, 'id' | 'responseCount' | 'mergedInto'>,
): Promise<PublishedResponse[]> {
  const take = MAX_RESPONSES
  const [merged, own] = await Promise.all([
    topic.mergedInto ? listResponses(scope, topic.mergedInto.id, { take, only: 'topic' }) : null,
    topic.responseCount > 0 ? listResponses(scope, topic.id, { take }) : null,
  ])
  return [...(merged?.responses ?? []), ...(own?.responses ?? [])]
}
