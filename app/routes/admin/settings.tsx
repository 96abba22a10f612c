import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveSiteSettings } from '~/commands/save-site-settings.server'
import { AdminPage } from '~/components/admin/admin-page'
import { FormNotices, readDone } from '~/components/admin/form-notices'
import { SettingsForm } from '~/components/admin/settings-form'
import { typedValues } from '~/components/admin/typed-values'
import { pageMeta } from '~/components/layout/page-meta'
import { Section } from '~/components/ui/section'
import { AppError } from '~/domain/errors'
import { readSettingGroup } from '~/domain/shared/site-settings'
import { siteSettingsSchema } from '~/forms/site-settings'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { getSiteSettings } from '~/queries/get-site-settings.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(administrators, async ({ scope, url }) => ({
  settings: await getSiteSettings(scope),
  done: readDone(url),
}))

export const action = guardedAction(administrators, async ({ scope, form }) => {
  const group = readSettingGroup(form.get('group'))
  if (!group) throw new AppError('invalidInput')
  const result = await submitForm(
    siteSettingsSchema(group),
    form.toObject(),
    ({ version, ...values }) =>
      saveSiteSettings(scope, {
        group,
        version: version ?? 0,
        values: values as Record<string, number>,
      }),
  )
  if (result.ok) throw redirect(paths.adminSettings({ done: 'saved' }), 303)
  const { status, ...returned } = result
  return data({ group, returned }, { status })
})

export const meta = pageMeta((t) => ({ title: t('admin.settings.title'), unlisted: true }))

export default function Settings() {
  const { t } = useTranslate()
  const { settings, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AdminPage at="settings" title={t('admin.settings.title')} lede={t('admin.settings.lede')}>
      <FormNotices
        returned={answer?.returned}
        done={done}
        present={settings.find(({ group }) => group === answer?.group)?.values}
      />
      {settings.map((each) => (
        <Section key={each.group} id={each.group} title={t(`admin.settings.of.${each.group}`)}>
          <SettingsForm
            settings={each}
            typed={typedValues(answer?.group === each.group ? answer.returned.form : undefined, t)}
          />
        </Section>
      ))}
    </AdminPage>
  )
}
