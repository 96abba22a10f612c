import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { assessAppeal } from '~/commands/assess-appeal.server'
import { decideAppeal } from '~/commands/decide-appeal.server'
import { Columns } from '~/components/layout/columns'
import { pageMeta } from '~/components/layout/page-meta'
import { AppealConflict, AppealRecusal, AppealSteps } from '~/components/moderation/appeal-steps'
import { AppealWords } from '~/components/moderation/appeal-words'
import { ReviewContext } from '~/components/moderation/review-context'
import { ReviewedText } from '~/components/moderation/reviewed-text'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { PageHeading } from '~/components/ui/page-heading'
import { AppError } from '~/domain/errors'
import { assessAppealSchema, decideAppealSchema } from '~/forms/appeal'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { moderators } from '~/policies/moderation'
import { getAppeal } from '~/queries/get-appeal.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const handle = { wide: true }

export const meta = pageMeta((t) => ({ title: t('appeal.review.title'), unlisted: true }))

export const loader = guardedLoader(moderators, async ({ scope, params }) => {
  const appeal = await getAppeal(scope, params['commentId'] ?? '')
  if (!appeal) throw new AppError('notFound')
  return { appeal, now: scope.now }
})

export const action = guardedAction(moderators, async ({ scope, params, form }) => {
  const appeal = await getAppeal(scope, params['commentId'] ?? '')
  if (!appeal) throw new AppError('notFound')
  const values = form.toObject()
  const step = form.get('step') === 'decide' ? 'decide' : 'assess'
  const result =
    step === 'assess'
      ? await submitForm(assessAppealSchema, values, async (view) => {
          await assessAppeal(scope, { appealId: appeal.id, ...view })
          return { ok: true }
        })
      : await submitForm(decideAppealSchema, values, async (decision) => {
          await decideAppeal(scope, { appealId: appeal.id, ...decision })
          return { ok: true }
        })
  if (!result.ok) {
    const { status, ...returned } = result
    return data({ step, returned }, { status })
  }
  return redirect(`${paths.moderationAppeal(appeal.item.id)}#appeal`, 303)
})

export default function ReviewAppeal() {
  const { t } = useTranslate()
  const { appeal, now } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { item } = appeal
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.moderation(), label: t('moderation.title') },
          { href: paths.moderation({ view: 'appeal' }), label: t('moderation.view.appeal') },
        ]}
      />
      <PageHeading title={t('appeal.review.title')} />
      {refused?.returned.conflict && <AppealConflict conflict={refused.returned.conflict} />}
      <Columns side={<ReviewContext item={item} now={now} place={{ view: 'appeal' }} />}>
        <ReviewedText item={item} now={now} />
        <AppealWords appeal={appeal} />
        {item.recusal && !appeal.result ? (
          <AppealRecusal recusal={item.recusal} />
        ) : (
          <AppealSteps
            appeal={appeal}
            form={refused?.returned.conflict ? undefined : refused?.returned.form}
          />
        )}
      </Columns>
    </>
  )
}
