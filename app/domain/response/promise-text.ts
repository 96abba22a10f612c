import { PROMISE_MAX_CHARACTERS, PROMISE_MIN_CHARACTERS } from './commitment'
import { countCharacters } from '~/domain/shared/clean-text'

/** The end of a sentence, with the quotation marks that close it. */
const SENTENCE = /[^。！？!?\n]+(?:[。！？!?]+[”’」』）)]*)?/gu

/** What Markdown puts at the beginning of a line: headings, lists, quotes. */
const LINE_MARK = /^\s*(?:#{1,6}\s+|[-*+]\s+|\d{1,3}[.)]\s+|>\s?)+/gmu

/** How offices number their paragraphs: 一、 and （一）. */
const NUMERAL = /^(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、)\s*/u

const LINK = /!?\[([^\][]*)\]\([^()\s]*\)/gu

const EMPHASIS = /[*_`~]+/gu

/** A text without the marks of Markdown, as it is read. */
export function plainText(markdown: string): string {
  return markdown.replace(LINE_MARK, '').replace(LINK, '$1').replace(EMPHASIS, '')
}

/** The sentences of a draft that can be marked as a promise, in their order, each once. */
export function sentencesOf(markdown: string): string[] {
  const sentences = plainText(markdown).match(SENTENCE) ?? []
  const fit = sentences
    .map((sentence) => sentence.replace(/\s+/gu, ' ').trim().replace(NUMERAL, ''))
    .filter((sentence) => {
      const length = countCharacters(sentence)
      return length >= PROMISE_MIN_CHARACTERS && length <= PROMISE_MAX_CHARACTERS
    })
  return [...new Set(fit)]
}

/** Whether the words of a promise stand in a text; spaces and the marks of Markdown do not count. */
export function standsIn(words: string, markdown: string): boolean {
  const pressed = (text: string) => plainText(text).replace(/\s+/gu, '')
  return pressed(markdown).includes(pressed(words))
}
