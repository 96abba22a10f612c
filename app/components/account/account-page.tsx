import type { ReactNode } from 'react'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { PageHeading } from '~/components/ui/page-heading'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './account-page.module.css'

/** A page about an account: a heading, and one thing below the other in a narrow column. */
export function AccountPage(props: {
  title: ReactNode
  lede?: ReactNode
  /** Where the page stands below: one's own page, or the account's page below that, or one's notices. */
  below?: 'me' | 'account' | 'notices'
  children: ReactNode
}) {
  const { t } = useTranslate()
  const me = { href: paths.me(), label: t('account.own.back') }
  const account = { href: paths.account(), label: t('account.own.title') }
  const notices = { href: paths.notices(), label: t('notice.list.title') }
  const trails = { me: [me], account: [me, account], notices: [notices] }
  return (
    <div className={styles.page}>
      <div>
        {props.below && <Breadcrumbs trail={trails[props.below]} />}
        <PageHeading title={props.title} lede={props.lede && <p>{props.lede}</p>} />
      </div>
      {props.children}
    </div>
  )
}

/** One thing below the other within a part of the page. */
export function Stack(props: { children: ReactNode }) {
  return <div className={styles.stack}>{props.children}</div>
}

/** Ways to other pages below a form. */
export function Ways(props: { children: ReactNode }) {
  return (
    <ul role="list" className={styles.ways}>
      {props.children}
    </ul>
  )
}

/** One of them. With `aside` it opens beside this page, so that what was typed here stays. */
export function Way(props: { href: string; aside?: boolean; children: ReactNode }) {
  return (
    <li>
      <a
        href={props.href}
        className={styles.way}
        {...(props.aside ? { target: '_blank', rel: 'noopener' } : {})}
      >
        {props.children}
      </a>
    </li>
  )
}
