import { createParser, type TextProfile } from './parser'
import { sanitize } from './sanitize'

/**
 * Stored beside the HTML. Raise it when the same text would come out otherwise: what was stored by an
 * earlier version can then be found and rendered again.
 */
export const RENDERER_VERSION = 4

export interface RenderedText {
  /** Safe to put into a page as it is. */
  html: string
  /** The renderer's version that made it. */
  version: number
}

const parsers = {
  comment: createParser('comment'),
  document: createParser('document'),
} satisfies Record<TextProfile, unknown>

/**
 * Renders what a person wrote in Markdown into HTML that is safe to show. Called once, when a text is
 * written; pages show what was stored. The source has been through `cleanText`; any string is safe.
 * Time and size grow in proportion to the source, whatever it holds.
 */
export function renderMarkdown(source: string, profile: TextProfile): RenderedText {
  return { html: sanitize(parsers[profile].render(source), profile), version: RENDERER_VERSION }
}
