import { useLoaderData } from '@remix-run/react'
import { CommentItem } from '~/components/comment/comment-item'
import { commentLine } from '~/components/comment/comment-lines'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { canAssignOf } from '~/policies/assignment'
import { getSameDemand } from '~/queries/get-same-demand.server'
import { guardedLoader } from '~/server/http/guard.server'

/** 同类诉求: each person's words, under one heading. */
export const loader = guardedLoader(everybody, async ({ scope, params, url }) => {
  const topicId = params['topicId'] ?? ''
  const leadId = params['commentId'] ?? ''
  scope.pageTag(`topic:${topicId}`)
  if (!isId(topicId) || !isId(leadId)) throw new AppError('notFound')
  const after = url.searchParams.get('after')
  const view = await getSameDemand(scope, topicId, leadId, after)
  const { topic } = view
  const { language } = scope
  const wording = { topicId, language, t: translator(CATALOGUES[language]) }
  return {
    topic: { id: topic.id, title: topic.title, lang: topic.lang },
    assignHref: canAssignOf(scope.viewer, topic) ? paths.assign({ comment: leadId }) : null,
    leadId,
    people: view.people,
    comments: view.comments.map((comment) => ({
      ...commentLine({ ...comment, sameDemand: null }, wording),
      href: paths.conversation(topicId, comment.id),
    })),
    next: view.next,
    continued: after !== null,
  }
})

export const meta = pageMeta<typeof loader>((t, data) => ({
  title: data
    ? `${t('thread.same.title', { n: data.people })} · ${data.topic.title}`
    : t('thread.label'),
  path: data && paths.sameDemand(data.topic.id, data.leadId),
}))

export default function SameDemandPage() {
  const { topic, assignHref, leadId, people, comments, next, continued } =
    useLoaderData<typeof loader>()
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
        title={t('thread.same.title', { n: people })}
        lede={
          <>
            <p>
              <a href={paths.topic(topic.id)} lang={topic.lang}>
                {topic.title}
              </a>
            </p>
            <p>{t('thread.same.lede')}</p>
            {assignHref && (
              <p>
                <a href={assignHref}>{t('thread.same.assign')}</a>
              </p>
            )}
          </>
        }
      />
      {comments.map((line) => (
        <CommentItem key={line.id} line={line} actions={null} isOwn={false} own={undefined} />
      ))}
      <Pager
        newerHref={continued ? paths.sameDemand(topic.id, leadId) : null}
        newerLabel={t('thread.same.start')}
        olderHref={next && paths.sameDemand(topic.id, leadId, { after: next })}
        olderLabel={t('thread.same.next')}
      />
      <p>
        <a href={paths.comment(topic.id, leadId)}>{t('thread.same.back')}</a>
      </p>
    </Stack>
  )
}
