import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reportComment } from '~/commands/report-comment.server'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { EmptyState } from '~/components/ui/empty-state'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, TextArea } from '~/components/ui/field'
import { PageHeading } from '~/components/ui/page-heading'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { isAppError } from '~/domain/errors'
import { REPORT_MAX_CHARACTERS, REPORT_REASONS, REPORTS_A_DAY } from '~/domain/moderation/report'
import { allErrors, fieldErrors, parseForm, refusedForm } from '~/forms/form'
import { reportSchema } from '~/forms/report'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { reporters } from '~/policies/report'
import { getReportForm } from '~/queries/get-report-form.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(reporters, ({ scope, params }) =>
  getReportForm(scope, params['topicId'] ?? '', params['commentId'] ?? ''),
)

export const action = guardedAction(reporters, async ({ scope, params, form }) => {
  const { id: commentId, topic } = await getReportForm(
    scope,
    params['topicId'] ?? '',
    params['commentId'] ?? '',
  )
  const values = form.toObject()
  const parsed = parseForm(reportSchema, values)
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  try {
    const { hidden } = await reportComment(scope, { commentId, ...parsed.data })
    return redirect(paths.myReports({ done: hidden ? 'hidden' : 'reported' }), 303)
  } catch (error) {
    if (!isAppError(error)) throw error
    // It was sent twice, or others were faster: the page tells how it stands.
    if (error.params['problem'] !== undefined) {
      return redirect(paths.reportComment(topic.id, commentId), 303)
    }
    if (error.code !== 'tooManyRequests') throw error
    const told = { key: 'report.tooMany', params: { n: REPORTS_A_DAY } } as const
    return data({ form: refusedForm(values, 'form', told) }, { status: error.status })
  }
})

export const meta = pageMeta((t) => ({ title: t('report.title'), unlisted: true }))

export default function ReportComment() {
  const comment = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  const { t } = useTranslate()
  const { topic, problem } = comment
  return (
    <Stack>
      <Breadcrumbs
        trail={[
          { href: paths.topics(), label: t('topics.title') },
          { href: paths.topic(topic.id), label: t('topic.back') },
        ]}
      />
      <PageHeading
        title={t('report.title')}
        lede={
          <>
            <p lang={topic.lang}>{t('comment.form.topic', { title: topic.title })}</p>
            {!problem && <p>{t('report.lede')}</p>}
          </>
        }
      />
      {comment.html && (
        <Section id="words" title={t('report.words', { name: comment.authorName })}>
          <div
            className="prose"
            lang={comment.lang}
            dangerouslySetInnerHTML={{ __html: comment.html }}
          />
        </Section>
      )}
      {problem ? (
        <EmptyState
          title={t(`report.problem.${problem}.title`)}
          action={
            <Actions>
              <ButtonLink href={paths.comment(topic.id, comment.id)} variant="secondary">
                {t('report.problem.back')}
              </ButtonLink>
              <ButtonLink href={paths.myReports()} variant="quiet">
                {t('report.mine.title')}
              </ButtonLink>
            </Actions>
          }
        >
          <p>{t(`report.problem.${problem}.text`)}</p>
        </EmptyState>
      ) : (
        <PostForm>
          <ErrorSummary errors={allErrors(form, t)} />
          <Fields>
            <RadioGroup
              name="reason"
              label={t('report.reason.label')}
              error={fieldErrors(form, 'reason', t)}
              defaultValue={form?.values['reason']}
              options={REPORT_REASONS.map((reason) => ({
                value: reason,
                label: t(`report.reason.${reason}`),
                hint: t(`report.reason.${reason}.hint`),
              }))}
            />
            <TextArea
              name="text"
              label={t('report.text.label')}
              hint={t('report.text.hint', { max: REPORT_MAX_CHARACTERS })}
              error={fieldErrors(form, 'text', t)}
              defaultValue={form?.values['text']}
              maxCharacters={REPORT_MAX_CHARACTERS}
              rows={4}
              optional
            />
            <p>{t('report.weight', { n: REPORTS_A_DAY })}</p>
            <Actions>
              <Button wide>{t('report.submit')}</Button>
              <ButtonLink href={paths.comment(topic.id, comment.id)} variant="quiet">
                {t('report.cancel')}
              </ButtonLink>
            </Actions>
          </Fields>
        </PostForm>
      )}
    </Stack>
  )
}
