import { OwnSanctionNotices } from '~/components/sanction/own-sanction-notices'
import { Notice } from '~/components/ui/notice'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { OwnSanction } from '~/queries/get-own-sanction.server'
import styles from './account-notices.module.css'

/** Why this account cannot speak at present, or not as others do, and what to do about it. */
export function AccountNotices(props: { confirmed: boolean; sanctions: readonly OwnSanction[] }) {
  const { t } = useTranslate()
  if (props.confirmed && props.sanctions.length === 0) return null
  return (
    <div className={styles.notices}>
      {!props.confirmed && (
        <Notice kind="warning" title={t('me.unconfirmed.title')}>
          <p>{t('me.unconfirmed.text')}</p>
          <p>
            <a href={paths.changePhone()}>{t('me.unconfirmed.action')}</a>
          </p>
        </Notice>
      )}
      <OwnSanctionNotices sanctions={props.sanctions} />
    </div>
  )
}
