import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideReopening } from '~/commands/decide-reopening.server'
import { ConflictNotice } from '~/components/desk/conflict-notice'
import { pageMeta } from '~/components/layout/page-meta'
import { GradeLine } from '~/components/rating/grade-line'
import { ReopeningForm } from '~/components/rating/reopening-form'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { DateTime } from '~/components/ui/date-time'
import { Disclosure } from '~/components/ui/disclosure'
import { Facts } from '~/components/ui/facts'
import { PageHeading } from '~/components/ui/page-heading'
import { Section } from '~/components/ui/section'
import { isAppError } from '~/domain/errors'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { conflictOf, type Conflict } from '~/forms/conflict'
import { parseForm, refusedForm, type FormState } from '~/forms/form'
import { decideReopeningSchema } from '~/forms/rating'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getReopening } from '~/queries/get-reopening.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const assigners = staff('official:assign')

export const meta = pageMeta((t) => ({ title: t('desk.reopening.title'), unlisted: true }))

export const loader = guardedLoader(assigners, async ({ scope, params }) => ({
  reopening: await getReopening(scope, params['reopeningId'] ?? ''),
}))

interface Returned {
  form: FormState
  conflict?: Conflict
}

export const action = guardedAction(assigners, async ({ scope, params, form }) => {
  const { id: reopeningId } = await getReopening(scope, params['reopeningId'] ?? '')
  const values = form.toObject()
  const parsed = parseForm(decideReopeningSchema, values)
  if (!parsed.ok) return data<Returned>({ form: parsed.state }, { status: 422 })
  try {
    const { assignmentId } = await decideReopening(scope, { reopeningId, ...parsed.data })
    return redirect(
      assignmentId
        ? paths.deskAssignment(assignmentId, { done: 'reopened' })
        : paths.desk({ view: 'reopenings', done: 'declined' }),
      303,
    )
  } catch (error) {
    const problem = isAppError(error) ? error.params['problem'] : undefined
    if (problem === 'closed' || problem === 'commentGone') {
      const refused = refusedForm(values, 'outcome', { key: `desk.reopening.${problem}` })
      return data<Returned>({ form: refused }, { status: 422 })
    }
    const conflict = conflictOf(error)
    return data<Returned>({ form: { values, errors: {} }, conflict }, { status: 409 })
  }
})

export default function Reopening() {
  const { t, language } = useTranslate()
  const { reopening } = useLoaderData<typeof loader>()
  const returned: Returned | undefined = useActionData<typeof action>()
  const { topic, rating, response, state, decidedAt } = reopening
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.desk(), label: t('desk.title') },
          { href: paths.desk({ view: 'reopenings' }), label: t('desk.view.reopenings') },
        ]}
      />
      <PageHeading
        topic
        kicker={t('desk.reopening.title')}
        title={<a href={paths.topic(topic.id)}>{topic.title}</a>}
        lede={
          <p>
            {t('desk.reopening.asked', {
              name: reopening.person.displayName,
              at: formatDateTime(reopening.createdAt, language),
            })}
          </p>
        }
      />
      {returned?.conflict && (
        <ConflictNotice conflict={returned.conflict} kept={state === 'waiting'} />
      )}
      <Section id="asked" title={t('desk.reopening.reason')}>
        <p>{reopening.reason}</p>
        {reopening.others > 0 && <p>{t('desk.reopening.others', { n: reopening.others })}</p>}
      </Section>
      <Section id="rated" title={t('desk.reopening.rating')}>
        <GradeLine grades={rating} />
        {rating.reason && <p>{t(`rating.reason.${rating.reason}`)}</p>}
        {rating.text && <p>{rating.text}</p>}
      </Section>
      <Section id="answered" title={t('desk.reopening.answer')}>
        <Facts
          facts={[
            {
              term: t('response.result.label'),
              value: response.result && t(`response.result.${response.result}`),
            },
            {
              term: t('desk.item.asked'),
              value: reopening.departments
                .map(({ name, part }) => `${name}（${t(`response.part.${part}`)}）`)
                .join(t('ui.listSeparator')),
            },
          ]}
        />
        <Disclosure summary={t('rating.answers.read', { department: response.department })}>
          <div className="prose" dangerouslySetInnerHTML={{ __html: response.html }} />
          {response.publishedAt && <DateTime value={response.publishedAt} show="day" />}
        </Disclosure>
      </Section>
      <Section id="decide" title={t('desk.reopening.decide')}>
        {state === 'waiting' ? (
          <ReopeningForm reopening={reopening} form={returned?.form} />
        ) : (
          <>
            <p>
              {t(`desk.reopening.${state}`, {
                at: decidedAt ? formatDateTime(decidedAt, language) : '',
                who: reopening.decidedBy?.displayName ?? '',
              })}
            </p>
            {reopening.explanation && <p>{reopening.explanation}</p>}
          </>
        )}
      </Section>
    </>
  )
}
