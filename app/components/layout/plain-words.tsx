import type { ReactNode } from 'react'
import { Section } from '~/components/ui/section'

export interface WordsPart {
  id: string
  title: string
  /** One is a paragraph, several are a list. */
  texts: readonly string[]
  /** Stands below the texts. */
  after?: ReactNode
}

/** A longer text of the site's own, part by part: privacy, accessibility. */
export function PlainWords(props: { parts: readonly WordsPart[] }) {
  return (
    <>
      {props.parts.map(({ id, title, texts, after }) => (
        <Section key={id} id={id} title={title}>
          <div className="prose">
            {texts.length === 1 ? (
              <p>{texts[0]}</p>
            ) : (
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
    </>
  )
}
