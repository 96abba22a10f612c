import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountPage } from '~/components/account/account-page'
import { SessionList } from '~/components/account/session-list'
import { pageMeta } from '~/components/layout/page-meta'
import { Button } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { endOtherSessions, endSession } from '~/commands/end-session.server'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { accountOwner } from '~/policies/second-factor'
import { listSessions } from '~/queries/list-sessions.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const DONE = ['one', 'others'] as const

export const loader = guardedLoader(accountOwner, async ({ scope, url }) => ({
  sessions: await listSessions(scope),
  done: DONE.find((known) => known === url.searchParams.get('done')) ?? null,
}))

export const action = guardedAction(accountOwner, async ({ scope, form }) => {
  if (form.get('intent') === 'endOthers') {
    await endOtherSessions(scope)
    throw redirect(paths.sessions({ done: 'others' }), 303)
  }
  await endSession(scope, { sessionId: form.get('sessionId') ?? '' })
  throw redirect(paths.sessions({ done: 'one' }), 303)
})

export const meta = pageMeta((t) => ({ title: t('account.sessions.title'), unlisted: true }))

export default function Sessions() {
  const { t } = useTranslate()
  const { sessions, done } = useLoaderData<typeof loader>()
  return (
    <AccountPage
      title={t('account.sessions.title')}
      lede={t('account.sessions.lede')}
      below="account"
    >
      {done && (
        <Notice kind="success" live>
          <p>{t(`account.sessions.done.${done}`)}</p>
        </Notice>
      )}
      <SessionList sessions={sessions} />
      {sessions.length > 1 ? (
        <PostForm>
          <input type="hidden" name="intent" value="endOthers" />
          <Button variant="danger" wide>
            {t('account.sessions.endOthers')}
          </Button>
        </PostForm>
      ) : (
        <p>{t('account.sessions.only')}</p>
      )}
    </AccountPage>
  )
}
