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
  /** Stands below "账号与资料": a way back leads there. */
  belowAccount?: boolean
  children: ReactNode
}) {
  const { t } = useTranslate()
  return (
    <div className={styles.page}>
      {props.belowAccount && (
        <Breadcrumbs trail={[{ href: paths.account(), label: t('account.own.title') }]} />
      )}
      <PageHeading title={props.title} lede={props.lede && <p>{props.lede}</p>} />
      {props.children}
    </div>
  )
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
