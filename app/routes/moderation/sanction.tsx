import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideSanctionAppeal } from '~/commands/decide-sanction-appeal.server'
import { dismissSanction } from '~/commands/dismiss-sanction.server'
import { imposeSanction } from '~/commands/impose-sanction.server'
import { liftSanction } from '~/commands/lift-sanction.server'
import { FormNotices } from '~/components/admin/form-notices'
import { Columns } from '~/components/layout/columns'
import { pageMeta } from '~/components/layout/page-meta'
import { AccountRecord } from '~/components/sanction/account-record'
import { BarNotice } from '~/components/sanction/bar-notice'
import { BasisTexts } from '~/components/sanction/basis-texts'
import { SanctionAppeal } from '~/components/sanction/sanction-appeal'
import { SanctionFacts } from '~/components/sanction/sanction-facts'
import {
  DismissForm,
  ImposeForm,
  LiftForm,
  SANCTION_DEEDS,
  type SanctionDeed,
} from '~/components/sanction/sanction-forms'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { AppError } from '~/domain/errors'
import {
  decideSanctionAppealSchema,
  dismissSanctionSchema,
  imposeSanctionSchema,
  liftSanctionSchema,
} from '~/forms/sanction'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { canReview } from '~/policies/moderation'
import { sanctionReaders } from '~/policies/sanction'
import { getSanction } from '~/queries/get-sanction.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import type { Scope } from '~/server/scope.server'

export const handle = { wide: true }

/** What the page says of itself after something was done. */
const DONE = ['proposed', 'imposed', 'handedOn', 'dismissed', 'lifted', 'decided'] as const

type Done = (typeof DONE)[number]

export const loader = guardedLoader(sanctionReaders, async ({ scope, params, url }) => ({
  item: await getSanction(scope, params['id'] ?? ''),
  done: DONE.find((known) => known === url.searchParams.get('done')) ?? null,
  reviews: canReview(scope.viewer),
}))

export const action = guardedAction(sanctionReaders, async ({ scope, params, form }) => {
  const sanctionId = params['id'] ?? ''
  const deed = SANCTION_DEEDS.find((known) => known === form.get('deed'))
  if (!deed) throw new AppError('invalidInput', {}, { detail: 'no such deed' })
  const result = await carryOut(scope, deed, sanctionId, form.toObject())
  if (result.ok) throw redirect(paths.sanction(sanctionId, { done: result.done }), 303)
  const { status, ...returned } = result
  return data({ deed, returned }, { status })
})

/** Carries a deed out; a form with mistakes, or one that came too late, is given back. */
function carryOut(
  scope: Scope,
  deed: SanctionDeed,
  sanctionId: string,
  values: Record<string, string>,
) {
  const seen = ({ version }: { version: number | null }) => ({
    sanctionId,
    version: version ?? 0,
  })
  const did = (done: Done) => ({ ok: true as const, done })
  switch (deed) {
    case 'impose':
      return submitForm(imposeSanctionSchema, values, async (fields) => {
        const outcome = await imposeSanction(scope, { ...fields, ...seen(fields) })
        return outcome.ok ? did(outcome.did) : outcome
      })
    case 'dismiss':
      return submitForm(dismissSanctionSchema, values, async (fields) => {
        await dismissSanction(scope, { ...fields, ...seen(fields) })
        return did('dismissed')
      })
    case 'lift':
      return submitForm(liftSanctionSchema, values, async (fields) => {
        await liftSanction(scope, { ...fields, ...seen(fields) })
        return did('lifted')
      })
    case 'decide':
      return submitForm(decideSanctionAppealSchema, values, async (fields) => {
        await decideSanctionAppeal(scope, { ...fields, sanctionId })
        return did('decided')
      })
  }
}

export const meta = pageMeta((t) => ({ title: t('sanction.title'), unlisted: true }))

export default function Sanction() {
  const { t } = useTranslate()
  const { item, done, reviews } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const formOf = (deed: SanctionDeed) =>
    answer?.deed === deed && !answer.returned.conflict ? answer.returned.form : undefined
  const step = t(`sanction.step.${item.step}`)
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.sanctions(), label: t('sanction.title') }]} />
      <PageHeading title={t('sanction.one.title', { name: item.account.name, step })} />
      <FormNotices returned={answer?.returned} />
      {done && !answer && (
        <Notice kind="success" live>
          <p>{t(`sanction.done.${done}`)}</p>
        </Notice>
      )}
      <Columns side={<AccountRecord account={item.account} current={item.id} />}>
        <SanctionFacts item={item} />
        <SanctionAppeal item={item} form={formOf('decide')} />
        {item.standing === 'proposed' && (
          <>
            {item.steps.length > 0 && <ImposeForm item={item} form={formOf('impose')} />}
            {item.bar && <BarNotice bar={item.bar} />}
            {!item.bar && <DismissForm item={item} form={formOf('dismiss')} />}
          </>
        )}
        {item.standing === 'inForce' && !item.bar && <LiftForm item={item} form={formOf('lift')} />}
        <BasisTexts texts={item.basis} linked={reviews} />
      </Columns>
    </>
  )
}
