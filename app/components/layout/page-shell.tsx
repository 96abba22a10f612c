import type { ReactNode } from 'react'
import { SkipLink } from '~/components/ui/skip-link'
import { classNames } from '~/components/ui/class-names'
import styles from './page-shell.module.css'
import { SiteFooter, type SiteImprint } from './site-footer'
import { SiteHeader, type SiteHeaderProps } from './site-header'

/** The page around its content. `wide` uses the whole window: for the queue and tables, not for reading. */
export function PageShell(
  props: SiteHeaderProps & { imprint: SiteImprint; wide?: boolean; children: ReactNode },
) {
  const { imprint, wide, children, ...header } = props
  return (
    <>
      <SkipLink />
      <SiteHeader {...header} />
      <main id="main" tabIndex={-1} className={classNames(styles.main, wide && styles.wide)}>
        {children}
      </main>
      <SiteFooter here={header.here} imprint={imprint} />
    </>
  )
}
