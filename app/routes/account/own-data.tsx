import { AccountPage } from '~/components/account/account-page'
import { pageMeta } from '~/components/layout/page-meta'
import { ButtonLink } from '~/components/ui/button'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { accountOwner } from '~/policies/second-factor'
import { guardedLoader } from '~/server/http/guard.server'

const ITEMS = ['account', 'comments', 'consents', 'sessions'] as const

export const loader = guardedLoader(accountOwner, () => null)

export const meta = pageMeta((t) => ({ title: t('account.data.title'), unlisted: true }))

export default function OwnData() {
  const { t } = useTranslate()
  return (
    <AccountPage title={t('account.data.title')} lede={t('account.data.lede')} below="account">
      <div className="prose">
        <p>{t('account.data.list')}</p>
        <ul>
          {ITEMS.map((item) => (
            <li key={item}>{t(`account.data.item.${item}`)}</li>
          ))}
        </ul>
        <p>{t('account.data.without')}</p>
        <p>{t('account.data.correct')}</p>
      </div>
      <div>
        <ButtonLink href={paths.ownDataFile()} download>
          {t('account.data.action')}
        </ButtonLink>
      </div>
    </AccountPage>
  )
}
