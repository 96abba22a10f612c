import { Button } from '~/components/ui/button'
import { DateTime } from '~/components/ui/date-time'
import { Facts } from '~/components/ui/facts'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { Tag } from '~/components/ui/tag'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { PersonAdmin } from '~/queries/get-person-admin.server'
import styles from './person-facts.module.css'

/** What the register says of a person, and whether their invitation is still open. */
export function PersonFacts(props: { person: PersonAdmin }) {
  const { t } = useTranslate()
  const { person } = props
  return (
    <>
      <Facts
        facts={[
          {
            term: t('admin.person.status'),
            value:
              person.status === 'active' ? (
                t('admin.person.status.active')
              ) : (
                <Tag tone="zhu">{t(`admin.person.status.${person.status}`)}</Tag>
              ),
          },
          {
            term: t('admin.person.phone'),
            value:
              person.phone &&
              (person.phoneConfirmedAt
                ? person.phone
                : `${person.phone} · ${t('admin.person.phone.unconfirmed')}`),
          },
          { term: t('admin.person.district'), value: person.district },
          {
            term: t('admin.person.created'),
            value: <DateTime value={person.createdAt} show="day" />,
          },
          {
            term: t('admin.person.lastSeen'),
            value: person.lastSeenAt ? (
              <DateTime value={person.lastSeenAt} />
            ) : (
              t('admin.person.neverSeen')
            ),
          },
          {
            term: t('admin.person.secondFactor'),
            value:
              person.secondFactor &&
              (person.secondFactor === 'set' ? (
                t('admin.person.secondFactor.set')
              ) : (
                <Tag tone="zhe">{t('admin.person.secondFactor.missing')}</Tag>
              )),
          },
        ]}
      />
      {person.invitation && person.status === 'active' && (
        <OpenInvitation invitation={person.invitation} />
      )}
    </>
  )
}

function OpenInvitation(props: { invitation: { expiresAt: Date; expired: boolean } }) {
  const { t, language } = useTranslate()
  const { expiresAt, expired } = props.invitation
  const date = formatDateTime(expiresAt, language)
  return (
    <Notice
      kind={expired ? 'warning' : 'info'}
      title={t(expired ? 'admin.invite.expired' : 'admin.invite.open', { date })}
    >
      <p>{t('admin.invite.renew.text')}</p>
      <div className={styles.renew}>
        <PostForm>
          <input type="hidden" name="intent" value="invite" />
          <Button variant="secondary">{t('admin.invite.renew')}</Button>
        </PostForm>
      </div>
    </Notice>
  )
}
