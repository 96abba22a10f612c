import { createContext, useContext, type ReactElement, type ReactNode } from 'react'
import { CATALOGUES } from '~/i18n/catalogues'
import { TranslationProvider, useTranslate } from '~/i18n/use-translate'

/** How the server makes and places kept parts; absent in a browser. */
export interface Markup {
  /** Turns elements into the bytes of their markup. */
  render(element: ReactElement, options: { identifierPrefix: string }): Buffer
  /** What stands in the page for such bytes until it is sent. */
  place(part: Buffer): string
}

export const MarkupContext = createContext<Markup | null>(null)

// By the data that they were made from: they go when those go.
const parts = new WeakMap<object, Map<string, Buffer>>()

/**
 * A part of a page that is the same for every reader of the data `of`: rendered once and kept beside them. What
 * is inside must depend on nothing but those data, the language, and what `name` tells apart; `name` is
 * unique on the page, as the ids within are made from it.
 */
export function Kept(props: {
  of: object
  name: string
  as?: 'div' | 'li'
  className?: string
  id?: string
  children: () => ReactNode
}) {
  const { of, name, as: Element = 'div', className, id } = props
  const { language } = useTranslate()
  const markup = useContext(MarkupContext)
  if (!markup) {
    return (
      <Element className={className} id={id}>
        {props.children()}
      </Element>
    )
  }
  let kept = parts.get(of)
  if (!kept) parts.set(of, (kept = new Map()))
  const key = `${language} ${name}`
  let part = kept.get(key)
  if (part === undefined) {
    part = markup.render(
      <TranslationProvider language={language} messages={CATALOGUES[language]}>
        {props.children()}
      </TranslationProvider>,
      { identifierPrefix: name },
    )
    kept.set(key, part)
  }
  const html = { __html: markup.place(part) }
  return <Element className={className} id={id} dangerouslySetInnerHTML={html} />
}
