import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { delegateDesk } from '~/commands/delegate-desk.server'
import { endDelegation } from '~/commands/end-delegation.server'
import { handOverDesk } from '~/commands/hand-over-desk.server'
import { BelowHeading } from '~/components/desk/below-heading'
import { DelegationForm, HandOverForm } from '~/components/desk/delegation-forms'
import { DelegationList } from '~/components/desk/delegation-list'
import { pageMeta } from '~/components/layout/page-meta'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { LinkTabs } from '~/components/ui/link-tabs'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Section } from '~/components/ui/section'
import { AppError } from '~/domain/errors'
import { delegationSchema, endDelegationSchema, handOverSchema } from '~/forms/delegation'
import { parseForm, refusedForm, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getDelegations } from '~/queries/get-delegations.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const people = staff('official:draft', 'official:sign', 'admin')

export const meta = pageMeta((t) => ({ title: t('delegation.title'), unlisted: true }))

const DONE = ['given', 'ended', 'handedOver'] as const

export const loader = guardedLoader(people, async ({ scope, url }) => {
  const wanted = url.searchParams.get('department') ?? undefined
  return {
    facts: await getDelegations(scope, wanted),
    now: scope.now,
    done: url.searchParams.get('done'),
  }
})

interface Returned {
  of: 'delegation' | 'handOver'
  form: FormState
}

export const action = guardedAction(people, async ({ scope, url, form }) => {
  const wanted = url.searchParams.get('department') ?? undefined
  const { department } = await getDelegations(scope, wanted)
  const departmentId = department.id
  const values = form.toObject()
  const back = (done: (typeof DONE)[number]) =>
    redirect(paths.delegation({ department: wanted, done }), 303)
  if (values['intent'] === 'end') {
    const parsed = parseForm(endDelegationSchema, values)
    if (!parsed.ok) throw new AppError('invalidInput')
    await endDelegation(scope, parsed.data.delegationId)
    return back('ended')
  }
  if (values['intent'] === 'handOver') {
    const parsed = parseForm(handOverSchema, values)
    if (!parsed.ok) return data<Returned>({ of: 'handOver', form: parsed.state }, { status: 422 })
    const { leavingId, takingId } = parsed.data
    await handOverDesk(scope, { departmentId, fromId: leavingId, toId: takingId })
    return back('handedOver')
  }
  const parsed = parseForm(delegationSchema, values)
  if (!parsed.ok) return data<Returned>({ of: 'delegation', form: parsed.state }, { status: 422 })
  const given = await delegateDesk(scope, { departmentId, ...parsed.data })
  if (given.ok) return back('given')
  const refused = refusedForm(values, given.field, given.error)
  return data<Returned>({ of: 'delegation', form: refused }, { status: 422 })
})

export default function DelegationPage() {
  const { t } = useTranslate()
  const { facts, now, done: asked } = useLoaderData<typeof loader>()
  const returned: Returned | undefined = useActionData<typeof action>()
  const done = DONE.find((each) => each === asked)
  const { department, departments } = facts
  return (
    <>
      <Breadcrumbs
        trail={
          facts.own
            ? [{ href: paths.desk(), label: t('desk.title') }]
            : [{ href: paths.adminDepartment(department.id), label: department.name }]
        }
      />
      <PageHeading
        kicker={department.name}
        title={t('delegation.title')}
        lede={<p>{t('delegation.lede')}</p>}
      />
      <BelowHeading>
        {done && !returned && <Notice kind="success" title={t(`delegation.done.${done}`)} live />}
      </BelowHeading>
      {departments.length > 1 && (
        <LinkTabs
          label={t('desk.item.as')}
          tabs={departments.map(({ id, name }) => ({
            href: paths.delegation({ department: id }),
            label: name,
            current: id === department.id,
          }))}
        />
      )}
      <Section id="now" title={t('delegation.now')}>
        <DelegationList facts={facts} />
      </Section>
      <Section id="new" title={t('delegation.new')} lede={t('delegation.newLede')}>
        <DelegationForm
          facts={facts}
          now={now}
          form={returned?.of === 'delegation' ? returned.form : undefined}
        />
      </Section>
      {facts.arranges && (
        <Section
          id="hand-over"
          title={t('delegation.handOver')}
          lede={t('delegation.handOverLede')}
        >
          <HandOverForm
            facts={facts}
            form={returned?.of === 'handOver' ? returned.form : undefined}
          />
        </Section>
      )}
    </>
  )
}
