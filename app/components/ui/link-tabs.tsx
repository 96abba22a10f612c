import type { ReactNode } from 'react'
import { useTranslate } from '~/i18n/use-translate'
import styles from './link-tabs.module.css'

export interface LinkTab {
  href: string
  label: ReactNode
  count?: number | string
  current?: boolean
}

/** Filters or orders of a list as plain links: the address says what is shown, and the present one is marked. */
export function LinkTabs(props: { tabs: readonly LinkTab[]; label?: string }) {
  const { t } = useTranslate()
  return (
    <nav aria-label={props.label ?? t('ui.tabs.label')}>
      <ul role="list" className={styles.tabs}>
        {props.tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              className={styles.tab}
              aria-current={tab.current ? 'true' : undefined}
            >
              {tab.label}
              {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
