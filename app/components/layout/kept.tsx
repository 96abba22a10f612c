import {
  createContext,
  useContext,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
} from 'react'
import { CATALOGUES } from '~/i18n/catalogues'
import { TranslationProvider, useTranslate } from '~/i18n/use-translate'

/** How kept parts are made and placed; absent where nothing is kept, as while developing. */
export interface Markup {
  /** Turns elements into the bytes of their markup. */
  render(element: ReactElement, options: { identifierPrefix: string }): Buffer
  /** What stands in the page for such bytes until it is sent. */
  place(part: Buffer): string
}

export const MarkupContext = createContext<Markup | null>(null)

// By the data that they were made from: they go when those go.
const parts = new WeakMap<object, Map<string, Buffer>>()

/** Of data that never go, such as the ways of the site, no more are kept; the oldest goes first. */
const MOST_OF_ONE = 500

/**
 * A part of a page that is the same for every reader of the data `of`: rendered once and kept beside them. What
 * is inside must depend on nothing but those data, the language, and what `name` tells apart; `name` is
 * unique on the page, as the ids within are made from it.
 */
export function Kept(
  props: Omit<HTMLAttributes<HTMLElement>, 'children'> & {
    of: object
    name: string
    as?: 'div' | 'li' | 'nav' | 'details'
    children: () => ReactNode
  },
) {
  const { of, name, as: Element = 'div', children, ...attributes } = props
  const { language } = useTranslate()
  const markup = useContext(MarkupContext)
  if (!markup) {
    return <Element {...attributes}>{children()}</Element>
  }
  let kept = parts.get(of)
  if (!kept) parts.set(of, (kept = new Map()))
  const key = `${language} ${name}`
  let part = kept.get(key)
  if (part === undefined) {
    part = markup.render(
      <TranslationProvider language={language} messages={CATALOGUES[language]}>
        {children()}
      </TranslationProvider>,
      { identifierPrefix: name },
    )
    const oldest = kept.size >= MOST_OF_ONE ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(key, part)
  }
  const html = { __html: markup.place(part) }
  return <Element {...attributes} dangerouslySetInnerHTML={html} />
}
