import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { unsubscribe } from '~/commands/set-mail-frequency.server'
import { pageMeta } from '~/components/layout/page-meta'
import { Button, ButtonLink } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { PostForm } from '~/components/ui/post-form'
import { AppError } from '~/domain/errors'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { guardedAction, guardedLoader, type GuardedArgs } from '~/server/http/guard.server'
import { readUnsubscribeToken } from '~/server/mail/mail-links.server'

function personOf({ scope, params }: Pick<GuardedArgs, 'scope' | 'params'>): string {
  const personId = readUnsubscribeToken(scope.container.keys, params['token'] ?? '')
  if (!personId) throw new AppError('notFound')
  return personId
}

/** Asks first: programs that look at the links of a mail must not unsubscribe anybody. */
export const loader = guardedLoader(everybody, ({ scope, params }) => {
  personOf({ scope, params })
  return { token: params['token'] ?? '' }
})

/** Ends all mails. Mail programs post here themselves, without a session (RFC 8058). */
export const action = guardedAction(everybody, async ({ scope, params }) => {
  await unsubscribe(scope, personOf({ scope, params }))
  return data({ done: true })
})

export const meta = pageMeta((t) => ({ title: t('mail.unsubscribe.title'), unlisted: true }))

export default function Unsubscribe() {
  const { t } = useTranslate()
  const { token } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()?.done
  return (
    <>
      <PageHeading
        title={t('mail.unsubscribe.title')}
        lede={<p>{t(done ? 'mail.unsubscribe.after' : 'mail.unsubscribe.lede')}</p>}
      />
      {done ? (
        <>
          <Notice kind="success" live>
            <p>{t('mail.unsubscribe.done')}</p>
          </Notice>
          <ButtonLink href={paths.noticeSettings()} variant="secondary">
            {t('notice.settings.title')}
          </ButtonLink>
        </>
      ) : (
        <PostForm action={paths.unsubscribe(token)}>
          <Button>{t('mail.unsubscribe.action')}</Button>
        </PostForm>
      )}
    </>
  )
}
