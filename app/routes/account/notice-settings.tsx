import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestAddress } from '~/commands/request-address.server'
import { removeAddress, setMailFrequency } from '~/commands/set-mail-frequency.server'
import { AccountPage, Stack } from '~/components/account/account-page'
import { pageMeta } from '~/components/layout/page-meta'
import { FollowedList, FollowMore } from '~/components/notice/followed-list'
import { MailSettings } from '~/components/notice/mail-settings'
import { PushSettings } from '~/components/notice/push-settings'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Notice } from '~/components/ui/notice'
import { Section } from '~/components/ui/section'
import { AppError } from '~/domain/errors'
import { allErrors, parseForm } from '~/forms/form'
import { AddressSchema, FrequencySchema } from '~/forms/notice'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { accountOwner } from '~/policies/second-factor'
import { countBrowsers } from '~/queries/count-browsers.server'
import { getMailbox } from '~/queries/get-mailbox.server'
import { listFollowable, listFollowed } from '~/queries/list-followed.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const DONE = [
  'followed',
  'unfollowed',
  'requested',
  'confirmed',
  'frequency',
  'removed',
  'pushOn',
  'pushOff',
] as const

export const loader = guardedLoader(accountOwner, async ({ scope, url }) => ({
  followed: await listFollowed(scope),
  followable: await listFollowable(scope),
  mailbox: scope.container.mailer ? await getMailbox(scope) : null,
  push: {
    publicKey: scope.container.push.publicKey,
    browsers: await countBrowsers(scope),
  },
  done: DONE.find((known) => known === url.searchParams.get('done')) ?? null,
}))

/** Changes where and how often mail comes. */
export const action = guardedAction(accountOwner, async ({ scope, form }) => {
  const done = (word: (typeof DONE)[number]) => redirect(paths.noticeSettings({ done: word }), 303)
  const values = form.toObject()
  switch (form.get('intent')) {
    case 'address': {
      const parsed = parseForm(AddressSchema, values)
      if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
      await requestAddress(scope, parsed.data.address)
      throw done('requested')
    }
    case 'frequency': {
      const parsed = parseForm(FrequencySchema, values)
      if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
      await setMailFrequency(scope, parsed.data.frequency)
      throw done('frequency')
    }
    case 'remove':
      await removeAddress(scope)
      throw done('removed')
    default:
      throw new AppError('invalidInput')
  }
})

export const meta = pageMeta((t) => ({ title: t('notice.settings.title'), unlisted: true }))

export default function NoticeSettings() {
  const { t } = useTranslate()
  const { followed, followable, mailbox, push, done } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  return (
    <AccountPage
      title={t('notice.settings.title')}
      lede={t('notice.settings.lede')}
      below="notices"
    >
      <ErrorSummary errors={allErrors(form, t)} />
      {done && !form && (
        <Notice kind="success" live>
          <p>{t(`notice.settings.done.${done}`)}</p>
        </Notice>
      )}
      <Section id="follows" title={t('notice.settings.follows')}>
        <Stack>
          <FollowedList followed={followed} />
        </Stack>
      </Section>
      <Section id="follow-more" title={t('notice.settings.follows.more')}>
        <FollowMore {...followable} />
      </Section>
      <Section id="mail" title={t('notice.mail.title')} lede={mailbox && t('notice.mail.lede')}>
        {mailbox ? <MailSettings mailbox={mailbox} form={form} /> : <p>{t('notice.mail.off')}</p>}
      </Section>
      <Section id="push" title={t('notice.push.title')} lede={t('notice.push.lede')}>
        <PushSettings {...push} />
      </Section>
    </AccountPage>
  )
}
