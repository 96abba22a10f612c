import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { en } from '~/i18n/en'
import { TranslationProvider } from '~/i18n/use-translate'
import { zhHans } from '~/i18n/zh-hans'

/** The HTML that a component makes on the server. */
export function renderMarkup(node: ReactNode, language: 'zh-Hans' | 'en' = 'zh-Hans'): string {
  return renderToStaticMarkup(
    <TranslationProvider language={language} messages={language === 'en' ? en : zhHans}>
      {node}
    </TranslationProvider>,
  )
}

/** The attributes of each element of a name, in order; an attribute without value is ''. */
export function elements(html: string, name: string): Record<string, string>[] {
  return [...html.matchAll(new RegExp(`<${name}(?=[\\s>/])([^>]*)>`, 'g'))].map(([, text = '']) =>
    Object.fromEntries(
      [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
        key,
        value,
      ]),
    ),
  )
}

/** The text of the element with this id, without markup. It must not contain an element of its own name. */
export function textOf(html: string, id: string): string {
  const found = new RegExp(`<(\\w+)[^>]* id="${id}"[^>]*>([\\s\\S]*?)</\\1>`).exec(
    html.replaceAll(/<(\w+) id=/g, '<$1  id='),
  )
  if (!found?.[2]) throw new Error(`No element with the id ${id}`)
  return found[2].replaceAll(/<[^>]*>/g, '')
}
