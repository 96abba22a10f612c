import type { ReactNode } from 'react'
import { useTranslate } from '~/i18n/use-translate'
import styles from './entry-list.module.css'

/** A short list that is kept on one page; the entry that is being changed shows its form in its place. */
export function EntryList(props: { label: string; children: ReactNode }) {
  return (
    <ol role="list" className={styles.list} aria-label={props.label}>
      {props.children}
    </ol>
  )
}

/** An entry: its position where it has one, what it says, and the way to change it. */
export function Entry(props: {
  id: string
  position?: ReactNode
  name: ReactNode
  /** Counts and states beside the name. */
  facts?: ReactNode
  /** How many levels it is indented, as districts are. */
  depth?: number
  /** The way to its form; none while that is open. */
  edit: { href: string; name: string } | null
  actions?: ReactNode
  /** Its open form, below it over the whole width. */
  sheet?: ReactNode
  children?: ReactNode
}) {
  const { t } = useTranslate()
  return (
    <li className={styles.entry} id={`entry-${props.id}`} data-depth={props.depth}>
      {props.position !== undefined && <span className={styles.position}>{props.position}</span>}
      <div className={styles.words}>
        <p className={styles.head}>
          <span className={styles.name}>{props.name}</span>
          {props.facts}
        </p>
        {props.children}
      </div>
      <div className={styles.actions}>
        {props.actions}
        {props.edit && (
          <a
            href={`${props.edit.href}#entry-${props.id}`}
            aria-label={t('admin.editOf', { name: props.edit.name })}
          >
            {t('admin.edit')}
          </a>
        )}
      </div>
      {props.sheet && <div className={styles.open}>{props.sheet}</div>}
    </li>
  )
}

/** The form of an entry, on a sheet of its own within the list. */
export function EntrySheet(props: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.sheet} aria-labelledby={`${props.id}-title`} id={props.id}>
      <h2 id={`${props.id}-title`} className={styles.sheetTitle}>
        {props.title}
      </h2>
      {props.children}
    </section>
  )
}
