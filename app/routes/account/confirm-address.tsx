import { redirect } from '@remix-run/node'
import { confirmAddress } from '~/commands/confirm-address.server'
import { AccountPage } from '~/components/account/account-page'
import { pageMeta } from '~/components/layout/page-meta'
import { Button } from '~/components/ui/button'
import { PostForm } from '~/components/ui/post-form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { accountOwner } from '~/policies/second-factor'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

// The link alone confirms nothing: programs that look at the links of a mail open it, too.
export const loader = guardedLoader(accountOwner, () => null)

export const action = guardedAction(accountOwner, async ({ scope, params }) => {
  await confirmAddress(scope, params['token'] ?? '')
  throw redirect(paths.noticeSettings({ done: 'confirmed' }), 303)
})

export const meta = pageMeta((t) => ({ title: t('notice.address.confirm.title'), unlisted: true }))

export default function ConfirmAddress() {
  const { t } = useTranslate()
  return (
    <AccountPage
      title={t('notice.address.confirm.title')}
      lede={t('notice.address.confirm.lede')}
      below="notices"
    >
      <PostForm>
        <Button wide>{t('notice.address.confirm.action')}</Button>
      </PostForm>
    </AccountPage>
  )
}
