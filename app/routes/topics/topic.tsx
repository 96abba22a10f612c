import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { threadLines } from '~/components/comment/comment-lines'
import { authorsOf, commentActions, ownPart, withOwnComments } from '~/components/comment/own-part'
import { SayBar } from '~/components/comment/say-bar'
import { Voices } from '~/components/comment/voices'
import { pageMeta } from '~/components/layout/page-meta'
import { nowFacts } from '~/components/topic/now-facts'
import { TopicFront } from '~/components/topic/topic-front'
import { TopicStub } from '~/components/topic/topic-stub'
import { readVoicesPlace } from '~/domain/comment/voices-place'
import { voiceOptions } from '~/domain/comment/voice-choice'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { canAssignOf } from '~/policies/assignment'
import { participationOf } from '~/policies/comment'
import { locateComment } from '~/queries/get-conversation.server'
import { getOwnInTopic } from '~/queries/get-own-in-topic.server'
import { getTopicPage } from '~/queries/get-topic-page.server'
import { listOwnAnswers } from '~/queries/list-own-answers.server'
import { sharedReads } from '~/server/cache/shared-reads.server'
import { guardedLoader } from '~/server/http/guard.server'
import { unsent } from '~/server/http/unsent'

export const loader = guardedLoader(everybody, async ({ scope, params, url }) => {
  const topicId = params['topicId'] ?? ''
  const tag = `topic:${topicId}`
  scope.pageTag(tag)
  const { viewer, language, now, container } = scope
  const place = readVoicesPlace((name) => url.searchParams.get(name))
  if (place.start.side === 'at') {
    const { id, rootId, after } = await locateComment(scope, topicId, place.start.id)
    if (rootId) {
      throw redirect(
        `${paths.conversation(topicId, rootId, { after: after ?? undefined })}#c-${id}`,
      )
    }
  }
  const wording = { topicId, language, t: translator(CATALOGUES[language]) }
  const read = async () => {
    const { topic, page, front } = await getTopicPage(scope, topicId, place)
    const { newer, older, between } = page
    return {
      topic,
      front,
      voices: { threads: threadLines(page, wording), newer, older, between },
      authors: authorsOf(page),
    }
  }
  const key = `topic ${topicId} ${language} ${JSON.stringify(place)}`
  const [shared, { waiting: own, followed }] = await Promise.all([
    // Guests' pages are kept whole; what signed-in readers have in common is kept here.
    viewer ? sharedReads(container.pages).read(key, tag, read) : read(),
    getOwnInTopic(scope, topicId),
  ])
  const { topic, front, voices, authors } = shared
  const can = participationOf(viewer, topic, now)
  const answers = viewer && front?.responses.length ? await listOwnAnswers(scope, { topicId }) : []
  const canAssign = canAssignOf(viewer, topic)
  // The page carries no framework: nothing of it is encoded for the browser.
  return unsent({
    toRate: answers.filter(({ rated, closesAt }) => !rated && closesAt > now),
    assignHref: canAssign ? paths.assign({ topic: topicId }) : null,
    topic,
    front,
    now: nowFacts(can, now),
    at: now,
    followed,
    voices: {
      entries: withOwnComments(voices.threads, own, { place, between: voices.between }, wording),
      own: ownPart(viewer?.personId, authors, own, wording),
      actions: commentActions(wording, {
        signedIn: viewer !== null,
        canComment: can.kind === 'comment',
        canAssign,
      }),
      place: { sort: place.sort, filter: place.filter },
      newer: voices.newer,
      older: voices.older,
    },
    say:
      viewer && can.kind === 'comment'
        ? {
            voices: voiceOptions(viewer.grants, { studioId: topic.studio.id }).map(
              ({ voice, title }) => ({ voice, title }),
            ),
            draftKey: `${viewer.personId}.${topicId}.new`,
          }
        : null,
  })
})

export const meta = pageMeta<typeof loader>((t, data) => {
  if (!data) return t('topics.title')
  const { topic } = data.value
  return {
    title: topic.title,
    description: topic.question,
    path: paths.topic(topic.id),
    article: { title: topic.title, publishedAt: topic.openedAt, source: topic.studio.name },
  }
})

export default function TopicPage() {
  const { topic, front, now, at, followed, toRate, assignHref, say, voices } =
    useLoaderData<typeof loader>().value
  return (
    <>
      {front ? (
        <TopicFront
          topic={topic}
          front={front}
          now={now}
          at={at}
          followed={followed}
          toRate={toRate}
          assignHref={assignHref}
        >
          <Voices topic={topic} now={now} voices={voices} say={say} />
        </TopicFront>
      ) : (
        <TopicStub topic={topic}>
          <Voices topic={topic} now={now} voices={voices} say={null} />
        </TopicStub>
      )}
      <SayBar topicId={topic.id} now={now} onPage={front !== null && say !== null} />
    </>
  )
}
