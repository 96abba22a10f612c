/** The languages that texts are marked with: those of the interface. */
type TextLanguage = 'zh-Hans' | 'zh-Hant' | 'en'

const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/u

/**
 * The language that a text is marked with: what people wrote is never converted, so that screen readers and
 * fonts need to know. Chinese in the characters of the interface that its author used; English where
 * there are Latin letters and no Chinese ones.
 */
export function writtenLanguage(text: string, interfaceLanguage: TextLanguage): TextLanguage {
  if (HAN.test(text) || !LATIN.test(text)) {
    return interfaceLanguage === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans'
  }
  return 'en'
}
