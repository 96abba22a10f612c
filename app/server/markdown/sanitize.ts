import sanitizeHtml, { type Attributes, type IOptions } from 'sanitize-html'
import type { TextProfile } from './parser'
import { safeHref, safeImageSource } from './safe-url'

/** Links are the author's, not the site's: search engines are told so; what they open has no hold on us. */
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
    // What has no safe address goes here, and not by a transformation into a tag that is not allowed:
    // sanitize-html then closes it by the wrong name.
    exclusiveFilter: ({ tag, attribs }) => {
      if (tag === 'a' && attribs.href === undefined) return 'excludeTag'
      return tag === 'img' && attribs.src === undefined
    },
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

const OPTIONS: Record<TextProfile, IOptions> = {
  comment: sanitizerOptions(COMMENT_TAGS),
  document: sanitizerOptions(DOCUMENT_TAGS),
}

/**
 * The second lock on the door: lets through only the elements, attributes and addresses of the profile,
 * even if the parser, which makes no others, were open. It does not rely on where the HTML comes from.
 */
export function sanitize(html: string, profile: TextProfile): string {
  return sanitizeHtml(html, OPTIONS[profile])
}
