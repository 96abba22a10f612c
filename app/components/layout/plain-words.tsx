import type { ReactNode } from 'react'
import { PageHeading } from '~/components/ui/page-heading'
import { Section } from '~/components/ui/section'
import styles from './plain-words.module.css'

export interface WordsPart {
  id: string
  title: string
  /** One is a paragraph, several are a list; none where only `after` stands. */
  texts: readonly string[]
  /** Stands below the texts. */
  after?: ReactNode
}

/** A page of the site's own words, part by part: privacy, accessibility. */
export function PlainWords(props: {
  title: string
  kicker?: string
  lede: string
  parts: readonly WordsPart[]
}) {
  return (
    <div className={styles.page}>
      <PageHeading title={props.title} kicker={props.kicker} lede={<p>{props.lede}</p>} />
      {props.parts.map(({ id, title, texts, after }) => (
        <Section key={id} id={id} title={title}>
          <div className="prose">
            {texts.length === 1 && <p>{texts[0]}</p>}
            {texts.length > 1 && (
              <ul>
                {texts.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
            {after}
          </div>
        </Section>
      ))}
    </div>
  )
}
