import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage, Stack } from '~/components/account/account-page'
import { AccountWays } from '~/components/account/account-ways'
import { DistrictField } from '~/components/account/district-field'
import { pageMeta } from '~/components/layout/page-meta'
import { Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Checkbox, Fields, RadioGroup, TextField } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { requireOwner } from '~/commands/own-account.server'
import { updateProfile } from '~/commands/update-profile.server'
import { isStaff } from '~/domain/person/actor'
import { profileSchema } from '~/forms/account'
import { allErrors, fieldErrors, parseForm, refusedForm } from '~/forms/form'
import { LANGUAGE_NAMES, LANGUAGES } from '~/i18n/languages'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { accountOwner } from '~/policies/second-factor'
import { getOwnAccount } from '~/queries/get-own-account.server'
import { listDistricts } from '~/queries/list-districts.server'
import { displayCookie } from '~/server/http/display-cookie'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const DONE = ['profile', 'password', 'phone', 'secondFactor'] as const

export const loader = guardedLoader(accountOwner, async ({ scope, url }) => {
  const viewer = requireOwner(scope)
  return {
    account: await getOwnAccount(scope),
    districts: await listDistricts(scope),
    secondFactor: isStaff(viewer) ? { on: viewer.hasSecondFactor } : null,
    done: DONE.find((known) => known === url.searchParams.get('done')) ?? null,
  }
})

export const action = guardedAction(accountOwner, async ({ scope, form, url, context }) => {
  const values = form.toObject()
  const parsed = parseForm(profileSchema(requireOwner(scope).displayName), values)
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  const { displayName, language, textMessages } = parsed.data
  const districtId = parsed.data.districtId || null
  const districts = await listDistricts(scope)
  if (districtId && !districts.some((district) => district.id === districtId)) {
    const error = { key: 'account.district.unknown' } as const
    return data({ form: refusedForm(values, 'districtId', error) }, { status: 422 })
  }
  await updateProfile(scope, {
    displayName,
    districtId,
    language,
    textMessages: textMessages === 'on',
  })
  throw redirect(paths.account({ done: 'profile' }), {
    status: 303,
    headers: { 'set-cookie': displayCookie({ ...context.mode, language }, url) },
  })
})

export const meta = pageMeta((t) => ({ title: t('account.own.title'), unlisted: true }))

export default function OwnAccount() {
  const { t } = useTranslate()
  const { account, districts, secondFactor, done } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  return (
    <AccountPage title={t('account.own.title')} lede={t('account.own.lede')} below="me">
      <ErrorSummary errors={allErrors(form, t)} />
      {done && !form && (
        <Notice kind="success" live>
          <p>{t(`account.own.done.${done}`)}</p>
        </Notice>
      )}
      <Section id="profile" title={t('account.own.profile')}>
        <Stack>
          <PostForm>
            <Fields>
              <TextField
                name="displayName"
                autoComplete="nickname"
                width="short"
                label={t('account.displayName.label')}
                hint={t('account.displayName.hint')}
                defaultValue={form?.values['displayName'] ?? account.displayName}
                error={fieldErrors(form, 'displayName', t)}
              />
              <DistrictField districts={districts} form={form} value={account.districtId} />
              <RadioGroup
                name="language"
                label={t('account.own.language')}
                inline
                options={LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] }))}
                defaultValue={form?.values['language'] ?? account.language}
                error={fieldErrors(form, 'language', t)}
              />
              <Checkbox
                name="textMessages"
                label={t('account.own.textMessages')}
                hint={t('account.own.textMessages.hint')}
                defaultChecked={form ? form.values['textMessages'] === 'on' : account.textMessages}
              />
              <div>
                <Button wide>{t('account.own.save')}</Button>
              </div>
            </Fields>
          </PostForm>
        </Stack>
      </Section>
      <AccountWays account={account} secondFactor={secondFactor} />
    </AccountPage>
  )
}
