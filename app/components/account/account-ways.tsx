import { RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { PRIVACY_VERSION } from '~/domain/account/consent'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { OwnAccount } from '~/queries/get-own-account.server'
import styles from './account-ways.module.css'

interface Entry {
  title: string
  text: string
  href: string
  action: string
}

/** Everything else that can be done with an account: how it stands, and the way to its page. */
export function AccountWays(props: {
  account: OwnAccount
  /** Only staff have one. */
  secondFactor: { on: boolean } | null
}) {
  const { t } = useTranslate()
  const { account, secondFactor } = props
  const phone = account.phone ?? t('account.own.phone.none')
  const security: Entry[] = [
    {
      title: t('account.own.phone'),
      text: account.confirmed ? phone : t('account.own.phone.unconfirmed', { phone }),
      href: paths.changePhone(),
      action: t(account.confirmed ? 'account.own.phone.change' : 'account.own.phone.confirm'),
    },
    {
      title: t('account.own.password'),
      text: t('account.own.password.text'),
      href: paths.changePassword(),
      action: t('account.own.password.change'),
    },
  ]
  if (secondFactor) {
    security.push({
      title: t('account.own.secondFactor'),
      text: secondFactor.on
        ? t('account.own.secondFactor.on', { left: account.recoveryCodesLeft })
        : t('account.own.secondFactor.off'),
      href: paths.secondFactorSetup(paths.account({ done: 'secondFactor' })),
      action: t(
        secondFactor.on ? 'account.own.secondFactor.change' : 'account.own.secondFactor.setUp',
      ),
    })
  }
  security.push({
    title: t('account.own.sessions'),
    text: t('account.own.sessions.text'),
    href: paths.sessions(),
    action: t('account.own.sessions.show'),
  })
  const consent = account.consentWithdrawn
    ? t('account.own.consent.withdrawn')
    : account.consented
      ? t('account.own.consent.current', { version: PRIVACY_VERSION })
      : t('account.own.consent.outdated')
  const personal: Entry[] = [
    {
      title: t('account.own.consent'),
      text: consent,
      href: paths.consents(),
      action: t('account.own.consent.show'),
    },
    {
      title: t('account.own.data'),
      text: t('account.own.data.text'),
      href: paths.ownData(),
      action: t('account.own.data.show'),
    },
    {
      title: t('account.own.close'),
      text: t('account.own.close.text'),
      href: paths.closeAccount(),
      action: t('account.own.close.show'),
    },
  ]
  return (
    <>
      <Section id="security" title={t('account.own.security')}>
        <Entries entries={security} />
      </Section>
      <Section id="personal" title={t('account.own.privacy')}>
        <Entries entries={personal} />
      </Section>
    </>
  )
}

function Entries(props: { entries: readonly Entry[] }) {
  return (
    <RuledList>
      {props.entries.map(({ title, text, href, action }) => (
        <RuledItem
          key={href}
          margin={
            <a href={href} className={styles.way}>
              {action}
            </a>
          }
        >
          <h3 className={styles.title}>{title}</h3>
          <p className={styles.text}>{text}</p>
        </RuledItem>
      ))}
    </RuledList>
  )
}
