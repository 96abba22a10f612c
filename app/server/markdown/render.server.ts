import sanitizeHtml, { type Attributes, type IOptions } from 'sanitize-html'
import { createParser, type TextProfile } from './parser'
import { safeHref, safeImageSource } from './safe-url'

/**
 * Stored beside the HTML. Raise it when the same text would come out otherwise: what was stored by an
 * earlier version can then be found and rendered again.
 */
export const RENDERER_VERSION = 1

export interface RenderedText {
  /** Safe to put into a page as it is. */
  html: string
  /** The renderer's version that made it. */
  version: number
}

/** Links are the author's, not the site's: search engines are told so, and the target is told nothing. */
const LINK_RELATION = 'nofollow ugc noopener'

const COMMENT_TAGS = [
  ...['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'a', 'code', 'pre', 'img'],
]
const DOCUMENT_TAGS = [
  ...COMMENT_TAGS,
  ...['h3', 'h4', 'h5', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]

function sanitizerOptions(allowedTags: string[]): IOptions {
  return {
    allowedTags,
    allowedAttributes: {
      a: ['href', 'rel'],
      img: ['src', 'alt', 'loading'],
      ol: ['start'],
      th: ['scope'],
    },
    allowedClasses: {},
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    // Far above what the parser's own bounds let through.
    nestingLimit: 60,
    // The parser makes no link and no image without a safe address: this is the second lock. (A tag
    // must not be transformed into one that is not allowed: sanitize-html then forgets to close it.)
    exclusiveFilter: ({ tag, attribs }) =>
      (tag === 'a' && attribs.href === undefined) || (tag === 'img' && attribs.src === undefined),
    transformTags: {
      a: (tagName, { href }) => {
        const safe = safeHref(href ?? '')
        const attribs: Attributes = safe === null ? {} : { href: safe, rel: LINK_RELATION }
        return { tagName, attribs }
      },
      img: (tagName, { src, alt }) => {
        const safe = safeImageSource(src ?? '')
        const attribs: Attributes =
          safe === null ? {} : { src: safe, alt: alt ?? '', loading: 'lazy' }
        return { tagName, attribs }
      },
      ol: (tagName, { start = '' }) => {
        const attribs: Attributes = /^\d{1,9}$/.test(start) ? { start } : {}
        return { tagName, attribs }
      },
      th: (tagName) => ({ tagName, attribs: { scope: 'col' } }),
    },
  }
}

const renderers = {
  comment: { parser: createParser('comment'), options: sanitizerOptions(COMMENT_TAGS) },
  document: { parser: createParser('document'), options: sanitizerOptions(DOCUMENT_TAGS) },
} satisfies Record<TextProfile, unknown>

/**
 * Renders what a person wrote in Markdown into HTML that is safe to show. Called once, when a text is
 * written; pages show what was stored. The source has been through `cleanText`; any string is safe.
 * Time and size grow in proportion to the source, whatever it holds.
 */
export function renderMarkdown(source: string, profile: TextProfile): RenderedText {
  const { parser, options } = renderers[profile]
  return { html: sanitizeHtml(parser.render(source), options), version: RENDERER_VERSION }
}
