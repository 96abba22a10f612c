import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { postComment } from '~/commands/post-comment.server'
import { CommentForm } from '~/components/comment/comment-form'
import { QuotedWords } from '~/components/comment/quoted-words'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { nowFacts } from '~/components/topic/now-facts'
import { SayNow } from '~/components/topic/say-now'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { PageHeading } from '~/components/ui/page-heading'
import { voiceOptions } from '~/domain/comment/voice-choice'
import { isAppError, type AppError } from '~/domain/errors'
import type { RuleId } from '~/domain/moderation/screening/rules'
import { newCommentSchema } from '~/forms/comment'
import { refusedFiles, withFilesToChooseAgain } from '~/forms/attachment'
import { parseForm, refusedForm, type FieldError, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { confirmed, signedIn } from '~/policies/access'
import { participationOf } from '~/policies/comment'
import { getCommentForm } from '~/queries/get-comment-form.server'
import { getTextAdvice } from '~/queries/get-text-advice.server'
import { fileWordsOf, readFormFiles } from '~/server/http/form-files.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

// The form alone: for quotes and replies, and where a form came back. Topics carry it on their pages, too.

export const loader = guardedLoader(signedIn, async ({ scope, params, url }) => {
  const topicId = params['topicId'] ?? ''
  const view = await getCommentForm(scope, topicId, {
    quote: url.searchParams.get('quote'),
    replyTo: url.searchParams.get('replyTo'),
  })
  const can = participationOf(scope.viewer, view, scope.now)
  const slot = view.replyTo?.id ?? 'new'
  return {
    topic: { id: topicId, title: view.title, lang: view.lang },
    quote: view.quote,
    replyTo: view.replyTo,
    now: nowFacts(can, scope.now),
    voices: voiceOptions(scope.viewer?.grants ?? [], view).map(({ voice, title }) => ({
      voice,
      title,
    })),
    draftKey: `${scope.viewer?.personId}.${topicId}.${slot}`,
  }
})

export const action = guardedAction(confirmed, async ({ scope, params, form }) => {
  const values = form.toObject()
  const parsed = parseForm(newCommentSchema, values)
  const again = (state: FormState) => withFilesToChooseAgain(state, form.files.length)
  if (!parsed.ok) return data({ form: again(parsed.state), advice: null }, { status: 422 })
  const advice = await getTextAdvice(
    scope,
    parsed.data.text,
    values['confirmed'],
    fileWordsOf(form),
  )
  if (advice) {
    const error = { key: 'screening.text.advised' } as const
    return data({ form: again(refusedForm(values, 'text', error)), advice }, { status: 422 })
  }
  const { replyTo, quote, ...words } = parsed.data
  try {
    const prepared = await readFormFiles(scope, form)
    if (!prepared.ok) {
      return data({ form: refusedFiles(values, prepared.refused), advice: null }, { status: 422 })
    }
    const { commentId } = await postComment(scope, {
      ...words,
      replyTo,
      quote,
      topicId: params['topicId'] ?? '',
      files: prepared.files,
    })
    return redirect(paths.receipt(commentId), 303)
  } catch (error) {
    const refusal = isAppError(error) ? refusalOf(error) : undefined
    if (!refusal) throw error
    return data(
      { form: again(refusedForm(values, refusal.field, refusal.error)), advice: null },
      { status: isAppError(error) ? error.status : 422 },
    )
  }
})

/** What an author is told beside the form, with the words kept; nothing for what is no matter of the form. */
function refusalOf(error: AppError): { field: string; error: FieldError } | undefined {
  switch (error.code) {
    case 'tooManyRequests': {
      const minutes = Math.ceil(Number(error.params['retryAfterSeconds'] ?? 60) / 60)
      return { field: 'form', error: { key: 'comment.tooOften', params: { minutes } } }
    }
    case 'textRefused': {
      const rule = error.params['rule']
      return { field: 'text', error: { key: `screening.author.${rule as RuleId}` } }
    }
    case 'readOnly':
      return { field: 'form', error: { key: 'comment.form.closed' } }
    case 'invalidInput':
      switch (error.params['field']) {
        case 'voice':
          return { field: 'voice', error: { key: 'comment.voice.unknown' } }
        case 'replyTo':
          return { field: 'form', error: { key: 'comment.replyTo.gone' } }
        case 'quote':
          return { field: 'form', error: { key: 'comment.quote.gone' } }
        default:
          return undefined
      }
    default:
      return undefined
  }
}

export const meta = pageMeta<typeof loader>((t, loaded) => ({
  title: t(loaded?.replyTo ? 'comment.form.replyTitle' : 'comment.form.title'),
  unlisted: true,
}))

export default function NewComment() {
  const { topic, quote, replyTo, now, voices, draftKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const state = answer?.form
  const { t } = useTranslate()
  const typed = state?.values
  // What was answered or quoted and is gone meanwhile is let go, so that the words can be sent without it.
  const gone = (key: string) => state?.errors['form']?.some((error) => error.key === key) ?? false
  const hidden = {
    replyTo: gone('comment.replyTo.gone') ? '' : (typed?.['replyTo'] ?? replyTo?.id ?? ''),
    quote: gone('comment.quote.gone') ? '' : (typed?.['quote'] ?? quote?.revisionId ?? ''),
  }
  const reply = hidden.replyTo !== ''
  const form = (
    <CommentForm
      action={paths.newComment(topic.id)}
      reply={reply}
      note={now.review && t(`comment.form.${now.review}`)}
      submit={t(reply ? 'comment.form.reply.submit' : 'comment.form.submit')}
      state={state}
      advice={answer?.advice ?? undefined}
      voices={voices}
      hidden={Object.fromEntries(Object.entries(hidden).filter(([, value]) => value !== ''))}
      draftKey={draftKey}
      rows={8}
    />
  )
  return (
    <Stack>
      <Breadcrumbs
        trail={[
          { href: paths.topics(), label: t('topics.title') },
          { href: paths.topic(topic.id), label: t('topic.back') },
        ]}
      />
      <PageHeading
        title={t(reply ? 'comment.form.replyTitle' : 'comment.form.title')}
        lede={<p lang={topic.lang}>{t('comment.form.topic', { title: topic.title })}</p>}
      />
      <div id="say">
        {replyTo && <p>{t('comment.form.reply.to', { name: replyTo.authorName })}</p>}
        {quote && hidden.quote && (
          <QuotedWords quote={quote} withoutHref={paths.newComment(topic.id)} />
        )}
        {now.kind === 'comment' || state ? (
          form
        ) : (
          <SayNow topicId={topic.id} now={now} hasSummary={false} hasResponses={false} />
        )}
      </div>
    </Stack>
  )
}
