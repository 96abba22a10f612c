import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { checkCommitment } from '~/commands/check-commitment.server'
import { CheckForm } from '~/components/commitment/check-form'
import { CheckSides } from '~/components/commitment/check-sides'
import { CommitmentFacts } from '~/components/commitment/commitment-facts'
import { CommitmentHistory } from '~/components/commitment/commitment-history'
import { CommitmentMark } from '~/components/commitment/commitment-mark'
import { pageMeta } from '~/components/layout/page-meta'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { MetaLine } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { isAppError } from '~/domain/errors'
import { checkSchema } from '~/forms/commitment'
import { parseForm, refusedForm, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { confirmed, everybody } from '~/policies/access'
import { getCommitment, getOwnCheck } from '~/queries/get-commitment.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, async ({ scope, params, url }) => {
  const id = params['commitmentId'] ?? ''
  scope.pageTag(`commitment:${id}`)
  const commitment = await getCommitment(scope, id)
  // A correction may leave its sentence out, and the matter's title stands on the page.
  scope.pageTag(`response:${commitment.responseId}`)
  scope.pageTag(`topic:${commitment.topic.id}`)
  return {
    commitment,
    own: await getOwnCheck(scope, commitment),
    done: url.searchParams.get('done'),
    now: scope.now,
  }
})

export const action = guardedAction(confirmed, async ({ scope, params, form }) => {
  const { id } = await getCommitment(scope, params['commitmentId'] ?? '')
  const values = form.toObject()
  const parsed = parseForm(checkSchema, values)
  if (!parsed.ok) return data<{ form: FormState }>({ form: parsed.state }, { status: 422 })
  try {
    await checkCommitment(scope, { commitmentId: id, ...parsed.data })
  } catch (error) {
    const problem = isAppError(error) ? error.params['problem'] : undefined
    if (problem !== 'ownDepartment' && problem !== 'withdrawn') throw error
    const refused = refusedForm(values, 'form', { key: `commitment.check.${problem}` })
    return data<{ form: FormState }>({ form: refused }, { status: 422 })
  }
  return redirect(`${paths.commitment(id, { done: 'checked' })}#check`, 303)
})

export const meta = pageMeta<typeof loader>((t, found) => {
  if (!found) return t('commitment.title')
  const { commitment } = found
  return {
    title: `${commitment.words} · ${t('commitment.title')}`,
    path: paths.commitment(commitment.id),
    article: {
      title: commitment.words,
      publishedAt: commitment.madeAt,
      source: commitment.department,
    },
  }
})

export default function CommitmentPage() {
  const { t } = useTranslate()
  const { commitment, own, done, now } = useLoaderData<typeof loader>()
  const returned: { form: FormState } | undefined = useActionData<typeof action>()
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.commitments(), label: t('commitment.title') }]} />
      <PageHeading
        kicker={<span lang="zh-Hans">{commitment.department}</span>}
        title={<span lang="zh-Hans">{commitment.words}</span>}
        lede={
          <MetaLine>
            <CommitmentMark commitment={commitment} now={new Date(now)} />
          </MetaLine>
        }
      />
      {commitment.leftAnswer && <Notice kind="info" title={t('commitment.leftAnswer')} />}
      <Section id="facts" title={t('commitment.facts.title')}>
        <CommitmentFacts commitment={commitment} />
      </Section>
      <Section id="sides" title={t('commitment.sides.title')}>
        <CheckSides commitment={commitment} now={new Date(now)} />
      </Section>
      <Section id="check" title={t('commitment.check.title')} lede={t('commitment.check.lede')}>
        {!returned && done === 'checked' && (
          <Notice kind="success" title={t('commitment.check.done')} live />
        )}
        <CheckForm commitmentId={commitment.id} own={own} form={returned?.form} />
      </Section>
      <Section id="history" title={t('commitment.history.title')}>
        <CommitmentHistory history={commitment.history} department={commitment.department} />
      </Section>
    </>
  )
}
