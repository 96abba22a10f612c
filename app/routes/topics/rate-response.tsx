import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askReopening } from '~/commands/ask-reopening.server'
import { rateResponse } from '~/commands/rate-response.server'
import { pageMeta } from '~/components/layout/page-meta'
import { GradeLine } from '~/components/rating/grade-line'
import { RatingForm } from '~/components/rating/rating-form'
import { ReopeningPart } from '~/components/rating/reopening-part'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Disclosure } from '~/components/ui/disclosure'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Section } from '~/components/ui/section'
import { isAppError } from '~/domain/errors'
import { lastDay } from '~/domain/response/due'
import type { RuleId } from '~/domain/moderation/screening/rules'
import { formatDate } from '~/domain/shared/shanghai-time'
import { parseForm, refusedForm, type FieldError, type FormState } from '~/forms/form'
import { askReopeningSchema, ratingSchema } from '~/forms/rating'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { confirmed, signedIn } from '~/policies/access'
import { getRatingForm } from '~/queries/get-rating-form.server'
import { getTextAdvice, type TextAdvice } from '~/queries/get-text-advice.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import type { Scope } from '~/server/scope.server'

export const meta = pageMeta((t) => ({ title: t('rating.title'), unlisted: true }))

export const loader = guardedLoader(signedIn, async ({ scope, params, url }) => ({
  answer: await getRatingForm(scope, params['responseId'] ?? ''),
  confirmed: scope.viewer?.confirmed ?? false,
  done: url.searchParams.get('done'),
}))

/** A form that came back. */
interface Returned {
  of: 'rate' | 'reopen'
  form: FormState
  advice?: TextAdvice
  conflict?: true
}

export const action = guardedAction(confirmed, async ({ scope, params, form }) => {
  const { responseId } = await getRatingForm(scope, params['responseId'] ?? '')
  const values = form.toObject()
  return values['intent'] === 'reopen'
    ? reopen(scope, responseId, values)
    : rate(scope, responseId, values)
})

async function rate(scope: Scope, responseId: string, values: Record<string, string>) {
  const back = (form: FormState, status: 409 | 422, more: Partial<Returned> = {}) =>
    data<Returned>({ of: 'rate', form, ...more }, { status })
  const parsed = parseForm(ratingSchema, values)
  if (!parsed.ok) return back(parsed.state, 422)
  const advice = await getTextAdvice(scope, parsed.data.text, values['confirmed'])
  if (advice) {
    const advised = refusedForm(values, 'text', { key: 'screening.text.advised' })
    return back(advised, 422, { advice })
  }
  try {
    await rateResponse(scope, { responseId, ...parsed.data })
  } catch (error) {
    if (isAppError(error) && error.code === 'conflict') {
      return back({ values, errors: {} }, 409, { conflict: true })
    }
    const refusal = refusalOf(error)
    return back(refusedForm(values, refusal.field, refusal.error), 422)
  }
  return redirect(paths.rateResponse(responseId, { done: 'rated' }), 303)
}

/** What is wrong with the form by the command's word; anything else is thrown on. */
function refusalOf(error: unknown): { field: string; error: FieldError } {
  if (isAppError(error) && error.code === 'textRefused') {
    return {
      field: 'text',
      error: { key: `screening.author.${error.params['rule'] as RuleId}` },
    }
  }
  if (isAppError(error) && error.params['problem'] === 'closed') {
    return { field: 'form', error: { key: 'rating.problem.closed.now' } }
  }
  throw error
}

async function reopen(scope: Scope, responseId: string, values: Record<string, string>) {
  const parsed = parseForm(askReopeningSchema, values)
  if (!parsed.ok) return data<Returned>({ of: 'reopen', form: parsed.state }, { status: 422 })
  try {
    await askReopening(scope, { responseId, reason: parsed.data.reopeningReason })
  } catch (error) {
    // It was sent twice, or the matter has moved on: the page tells how it stands.
    if (!isAppError(error) || error.params['problem'] === undefined) throw error
    return redirect(`${paths.rateResponse(responseId)}#reopening`, 303)
  }
  return redirect(`${paths.rateResponse(responseId, { done: 'asked' })}#reopening`, 303)
}

export default function RateResponse() {
  const { answer, confirmed, done } = useLoaderData<typeof loader>()
  const returned: Returned | undefined = useActionData<typeof action>()
  const { t, language } = useTranslate()
  const { topic, own, problem } = answer
  const date = formatDate(lastDay(answer.closesAt), language)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.topic(topic.id), label: topic.title },
          { href: paths.response(topic.id, answer.responseId), label: t('ui.seal.title') },
        ]}
      />
      <PageHeading
        title={t('rating.title')}
        lede={
          problem ? (
            <p>{t(`rating.problem.${problem}`, { date })}</p>
          ) : (
            <p>{t('rating.lede', { date })}</p>
          )
        }
      />
      {!returned && (done === 'rated' || done === 'asked') && (
        <Notice
          kind="success"
          title={t(done === 'rated' ? 'rating.done' : 'rating.done.asked')}
          live
        />
      )}
      {returned?.conflict && <Notice kind="warning" title={t('rating.conflict')} live />}
      <Disclosure
        summary={t('rating.answer.by', {
          department: answer.department,
          date: formatDate(answer.publishedAt, language),
          result: t(`response.result.${answer.result}`),
        })}
      >
        <div className="prose" dangerouslySetInnerHTML={{ __html: answer.html }} />
      </Disclosure>
      {(problem === null || own) && (
        <Section id="rating" title={t('rating.form.title')}>
          {own?.textState && (
            <p>{t(`rating.own.${own.textState}`, { reason: own.refusal ?? '' })}</p>
          )}
          {problem !== null && own ? (
            <GradeLine grades={own} />
          ) : confirmed ? (
            <RatingForm
              responseId={answer.responseId}
              topicId={topic.id}
              own={own}
              form={returned?.of === 'rate' ? returned.form : undefined}
              advice={returned?.advice}
            />
          ) : (
            <p>
              {t('rating.problem.unconfirmed')}{' '}
              <a href={paths.changePhone()}>{t('topic.now.toVerify')}</a>
            </p>
          )}
        </Section>
      )}
      <ReopeningPart answer={answer} form={returned?.of === 'reopen' ? returned.form : undefined} />
    </>
  )
}
