import { createContext, useContext, type ReactNode } from 'react'
import type { Language } from './languages'
import { translator, type Translate } from './translate'
import type { Messages } from './zh-hans'

interface Translation {
  language: Language
  t: Translate
}

const TranslationContext = createContext<Translation | null>(null)

export function TranslationProvider(props: {
  language: Language
  messages: Messages
  children: ReactNode
}) {
  const value = { language: props.language, t: translator(props.messages) }
  return <TranslationContext.Provider value={value}>{props.children}</TranslationContext.Provider>
}

/** The translation function and language of the page being rendered. */
export function useTranslate(): Translation {
  const translation = useContext(TranslationContext)
  if (!translation) throw new Error('useTranslate needs a TranslationProvider above it')
  return translation
}
