import { createContext, useContext, type ReactElement, type ReactNode } from 'react'
import { CATALOGUES } from '~/i18n/catalogues'
import { TranslationProvider, useTranslate } from '~/i18n/use-translate'

/** Turns elements into markup: given by the server, absent in a browser. */
export const MarkupContext = createContext<
  ((element: ReactElement, options: { identifierPrefix: string }) => string) | null
>(null)

// By the data that it was made from: it goes when they go.
const markup = new WeakMap<object, Map<string, string>>()

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
  const render = useContext(MarkupContext)
  if (!render) {
    return (
      <Element className={className} id={id}>
        {props.children()}
      </Element>
    )
  }
  let kept = markup.get(of)
  if (!kept) markup.set(of, (kept = new Map()))
  const key = `${language} ${name}`
  let html = kept.get(key)
  if (html === undefined) {
    html = render(
      <TranslationProvider language={language} messages={CATALOGUES[language]}>
        {props.children()}
      </TranslationProvider>,
      { identifierPrefix: name },
    )
    kept.set(key, html)
  }
  return <Element className={className} id={id} dangerouslySetInnerHTML={{ __html: html }} />
}
