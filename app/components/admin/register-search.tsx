import type { ReactNode } from 'react'
import { Button } from '~/components/ui/button'
import { useTranslate } from '~/i18n/use-translate'
import styles from './register-search.module.css'

/** A search within a register: a plain GET form whose address can be kept and passed on. */
export function RegisterSearch(props: {
  action: string
  /** Fields beside the text, and hidden ones. */
  children: ReactNode
  /** Leads back to everything, when something is searched for. */
  allHref?: string | null
}) {
  const { t } = useTranslate()
  return (
    <search>
      <form className={styles.search} method="get" action={props.action} noValidate>
        {props.children}
        <div className={styles.do}>
          <Button variant="secondary">{t('admin.search')}</Button>
          {props.allHref && <a href={props.allHref}>{t('admin.showAll')}</a>}
        </div>
      </form>
    </search>
  )
}
