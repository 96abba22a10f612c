import { useLoaderData } from '@remix-run/react'
import { commentLine, openingLine, ownLine } from '~/components/comment/comment-lines'
import { CommentForm } from '~/components/comment/comment-form'
import { ConversationThread } from '~/components/comment/conversation-thread'
import { commentActions } from '~/components/comment/own-part'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { nowFacts } from '~/components/topic/now-facts'
import { SayNow } from '~/components/topic/say-now'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { Section } from '~/components/ui/section'
import { voiceOptions } from '~/domain/comment/voice-choice'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { canAssignOf } from '~/policies/assignment'
import { participationOf } from '~/policies/comment'
import { getCommentForm } from '~/queries/get-comment-form.server'
import { getConversation, locateComment } from '~/queries/get-conversation.server'
import { getOwnInTopic } from '~/queries/get-own-in-topic.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, async ({ scope, params, url }) => {
  const topicId = params['topicId'] ?? ''
  const rootId = params['commentId'] ?? ''
  scope.pageTag(`topic:${topicId}`)
  if (!isId(rootId)) throw new AppError('notFound')
  const { viewer, now, language } = scope
  const replyTo = viewer ? url.searchParams.get('replyTo') : null
  const topic = await getCommentForm(scope, topicId, { replyTo })
  const target = topic.replyTo?.rootId === rootId ? topic.replyTo : null
  // A reply that is answered stands on the page on which it is answered.
  const after =
    url.searchParams.get('after') ??
    (target && target.id !== rootId ? (await locateComment(scope, topicId, target.id)).after : null)
  const [conversation, { waiting }] = await Promise.all([
    getConversation(scope, topicId, rootId, after),
    getOwnInTopic(scope, topicId),
  ])
  const { opening, replies } = conversation
  const wording = { topicId, language, t: translator(CATALOGUES[language]) }
  const can = participationOf(viewer, topic, now)
  const open = opening !== null && !('gone' in opening)
  const own = waiting.filter((each) => each.id === rootId || each.rootId === rootId)
  const isPublic = [...(opening ? [opening] : []), ...replies]
  return {
    topic: { id: topicId, title: topic.title, lang: topic.lang },
    rootId,
    opening: opening && openingLine(opening, wording),
    replies: replies.map((reply) =>
      'gone' in reply ? openingLine(reply, wording) : commentLine(reply, wording),
    ),
    replyCount: opening?.replyCount ?? 0,
    next: conversation.next,
    continued: conversation.continued,
    ownIds: isPublic.flatMap((each) =>
      !('gone' in each) && viewer && each.authorId === viewer.personId ? [each.id] : [],
    ),
    own: own.map((each) => ownLine(each, wording)),
    actions: commentActions(wording, {
      signedIn: viewer !== null,
      canComment: can.kind === 'comment' && open,
      canAssign: canAssignOf(viewer, topic),
    }),
    now: nowFacts(can, now),
    say:
      viewer && can.kind === 'comment' && open
        ? {
            replyTo: target?.id ?? rootId,
            name: target?.authorName ?? opening.authorName,
            voices: voiceOptions(viewer.grants, topic).map(({ voice, title }) => ({
              voice,
              title,
            })),
            draftKey: `${viewer.personId}.${topicId}.${target?.id ?? rootId}`,
          }
        : null,
  }
})

export const meta = pageMeta<typeof loader>((t, data) => ({
  title: data
    ? t('thread.conversation.kicker', { title: data.topic.title })
    : t('thread.conversation.title'),
  path: data && paths.conversation(data.topic.id, data.rootId),
}))

export default function ConversationPage() {
  const view = useLoaderData<typeof loader>()
  const { topic, rootId, say, now, own, actions } = view
  const { t } = useTranslate()
  return (
    <Stack>
      <Breadcrumbs
        trail={[
          { href: paths.topics(), label: t('topics.title') },
          { href: paths.topic(topic.id), label: t('topic.back') },
        ]}
      />
      <PageHeading
        title={t('thread.conversation.title')}
        lede={
          <p>
            <a href={paths.topic(topic.id)} lang={topic.lang}>
              {topic.title}
            </a>
          </p>
        }
      />
      <ConversationThread
        opening={view.opening}
        replies={view.replies}
        actions={actions}
        ownIds={view.ownIds}
        own={own}
        rootId={rootId}
        heading={
          view.replyCount > 0
            ? t('thread.conversation.replies', { n: view.replyCount })
            : t('thread.conversation.noReplies')
        }
        lastPage={view.next === null}
      />
      <Pager
        newerHref={view.continued ? paths.conversation(topic.id, rootId) : null}
        newerLabel={t('thread.conversation.start')}
        olderHref={view.next && paths.conversation(topic.id, rootId, { after: view.next })}
        olderLabel={t('thread.conversation.more')}
      />
      <p>
        <a href={paths.comment(topic.id, rootId)}>{t('thread.conversation.back')}</a>
      </p>
      {say ? (
        <Section id="say" title={t('comment.form.reply.to', { name: say.name })}>
          <CommentForm
            action={paths.newComment(topic.id)}
            reply
            note={now.review && t(`comment.form.${now.review}`)}
            submit={t('comment.form.reply.submit')}
            voices={say.voices}
            hidden={{ replyTo: say.replyTo }}
            draftKey={say.draftKey}
          />
        </Section>
      ) : (
        (now.kind === 'signIn' || now.kind === 'verify') && (
          <SayNow topicId={topic.id} now={now} hasSummary={false} hasResponses={false} />
        )
      )}
    </Stack>
  )
}
