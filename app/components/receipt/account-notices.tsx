import { Notice } from '~/components/ui/notice'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './account-notices.module.css'

/** Why this account cannot speak at present, and what to do about it. */
export function AccountNotices(props: { confirmed: boolean; suspended: boolean }) {
  const { t } = useTranslate()
  if (props.confirmed && !props.suspended) return null
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
      {props.suspended && (
        <Notice kind="warning" title={t('me.suspended.title')}>
          <p>{t('me.suspended.text')}</p>
        </Notice>
      )}
    </div>
  )
}
