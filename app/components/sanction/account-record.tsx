import { DateTime } from '~/components/ui/date-time'
import { Facts } from '~/components/ui/facts'
import { STAFF_ROLES } from '~/domain/person/role'
import { useTranslate } from '~/i18n/use-translate'
import type { AccountRecord as Account } from '~/queries/get-account-record.server'
import { Ladder } from './ladder'
import styles from './sanction.module.css'

/** Whose account it is about: since when, how their comments fared, and the ladder so far. */
export function AccountRecord(props: { account: Account; current?: string }) {
  const { t } = useTranslate()
  const { account } = props
  const { published, rejected, returned } = account
  const staff = STAFF_ROLES.some((role) => account.roles.includes(role))
  return (
    <>
      <section className={styles.part} aria-labelledby="account-title">
        <h2 id="account-title">{t('sanction.account.title')}</h2>
        <p className={styles.name}>{account.name}</p>
        <Facts
          stacked
          facts={[
            {
              term: t('sanction.account.since'),
              value: <DateTime value={account.since} show="day" />,
            },
            {
              term: t('sanction.account.comments'),
              value: t('sanction.account.counts', { published, rejected, returned }),
            },
            {
              term: t('sanction.account.staff'),
              value: staff ? t('sanction.account.staff.text') : null,
            },
          ]}
        />
      </section>
      <section className={styles.part} aria-labelledby="ladder-title">
        <h2 id="ladder-title">{t('sanction.ladder.title')}</h2>
        <Ladder entries={account.ladder} current={props.current} />
      </section>
    </>
  )
}
