import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveScreeningRule } from '~/commands/save-screening-rule.server'
import { FormNotices } from '~/components/admin/form-notices'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { RuleForm } from '~/components/screening/rule-form'
import { RuleTable } from '~/components/screening/rule-table'
import { ScreeningTabs } from '~/components/screening/screening-tabs'
import { TrialReport } from '~/components/screening/trial-report'
import { PageHeading } from '~/components/ui/page-heading'
import { isRuleId } from '~/domain/moderation/screening/rules'
import { ruleSchema } from '~/forms/screening'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { screeningKeepers } from '~/policies/screening'
import { listScreeningRules } from '~/queries/list-screening-rules.server'
import { TRIABLE, tryScreening } from '~/queries/try-screening.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(screeningKeepers, async ({ scope, url }) => {
  const trial = url.searchParams.get('trial') ?? ''
  const done = url.searchParams.get('done') === 'saved' ? ('saved' as const) : null
  return {
    rules: await listScreeningRules(scope),
    edit: url.searchParams.get('edit'),
    trial:
      isRuleId(trial) && TRIABLE.includes(trial)
        ? await tryScreening(scope, { rule: trial })
        : null,
    triable: TRIABLE,
    done,
  }
})

const NUMBER = 'number.'

export const action = guardedAction(screeningKeepers, async ({ scope, form }) => {
  const values = form.toObject()
  const numbers = Object.entries(values)
    .filter(([name, value]) => name.startsWith(NUMBER) && value.trim() !== '')
    .map(([name, value]) => [name.slice(NUMBER.length), Number(value)])
  const result = await submitForm(ruleSchema, values, ({ version, ...fields }) =>
    saveScreeningRule(scope, {
      ...fields,
      settings: Object.fromEntries(numbers) as Record<string, number>,
      seenVersion: version,
    }),
  )
  if (result.ok) throw redirect(paths.screeningRules({ done: 'saved' }), 303)
  const { status, ...returned } = result
  return data({ returned }, { status })
})

export const meta = pageMeta((t) => ({ title: t('screening.rules.title'), unlisted: true }))

export default function Rules() {
  const { t } = useTranslate()
  const { rules, edit, trial, triable, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()?.returned
  const edited = rules.find(({ id }) => id === (returned?.form.values['rule'] ?? edit))
  return (
    <Stack>
      <ScreeningTabs at="rules" />
      <PageHeading title={t('screening.rules.title')} lede={<p>{t('screening.rules.lede')}</p>} />
      <FormNotices returned={returned} done={done} />
      {edited && <RuleForm key={edited.id} rule={edited} returned={returned?.form} />}
      {trial && <TrialReport result={trial} />}
      <RuleTable rules={rules} triable={triable} />
    </Stack>
  )
}
