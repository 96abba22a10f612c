import { useLoaderData } from '@remix-run/react'
import { AccountPage, Stack } from '~/components/account/account-page'
import { pageMeta } from '~/components/layout/page-meta'
import { FollowedList, FollowMore } from '~/components/notice/followed-list'
import { Notice } from '~/components/ui/notice'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { accountOwner } from '~/policies/second-factor'
import { listFollowable, listFollowed } from '~/queries/list-followed.server'
import { guardedLoader } from '~/server/http/guard.server'

const DONE = ['followed', 'unfollowed'] as const

export const loader = guardedLoader(accountOwner, async ({ scope, url }) => ({
  followed: await listFollowed(scope),
  followable: await listFollowable(scope),
  done: DONE.find((known) => known === url.searchParams.get('done')) ?? null,
}))

export const meta = pageMeta((t) => ({ title: t('notice.settings.title'), unlisted: true }))

export default function NoticeSettings() {
  const { t } = useTranslate()
  const { followed, followable, done } = useLoaderData<typeof loader>()
  return (
    <AccountPage
      title={t('notice.settings.title')}
      lede={t('notice.settings.lede')}
      below="notices"
    >
      {done && (
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
    </AccountPage>
  )
}
