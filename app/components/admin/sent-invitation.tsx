import { AdminPage } from '~/components/admin/admin-page'
import { Actions, ButtonLink } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './sent-invitation.module.css'

/** The answer to an invitation: its link, shown this once. */
export function SentInvitation(props: {
  invited: { personId: string; displayName: string; link: string; expiresAt: Date }
}) {
  const { t, language } = useTranslate()
  const { personId, displayName, link, expiresAt } = props.invited
  const date = formatDateTime(expiresAt, language)
  return (
    <AdminPage
      at="people"
      below
      title={t('admin.invite.sent.title')}
      lede={t('admin.invite.sent.lede', { name: displayName, date })}
    >
      <div className={styles.slip}>
        <p className={styles.label}>{t('admin.invite.sent.link')}</p>
        <p>
          <code className={styles.link}>{link}</code>
        </p>
      </div>
      <Notice kind="warning">
        <p>{t('admin.invite.sent.keep')}</p>
      </Notice>
      <Actions>
        <ButtonLink href={paths.adminPerson(personId)}>
          {t('admin.invite.sent.toPerson', { name: displayName })}
        </ButtonLink>
        <ButtonLink variant="secondary" href={paths.adminPersonNew()}>
          {t('admin.invite.another')}
        </ButtonLink>
      </Actions>
    </AdminPage>
  )
}
