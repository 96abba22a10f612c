import type { ReactNode } from 'react'
import styles from './section.module.css'

/** A part of a page under its own heading, with room before it, and perhaps a link to more of the same. */
export function Section(props: {
  id: string
  title: ReactNode
  lede?: ReactNode
  more?: { href: string; label: string }
  children: ReactNode
}) {
  return (
    <section className={styles.section} aria-labelledby={`${props.id}-title`} id={props.id}>
      <div className={styles.head}>
        <h2 id={`${props.id}-title`}>{props.title}</h2>
        {props.more && (
          <a className={styles.more} href={props.more.href}>
            {props.more.label}
          </a>
        )}
      </div>
      {props.lede && <p className={styles.lede}>{props.lede}</p>}
      {props.children}
    </section>
  )
}
