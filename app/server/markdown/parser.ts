import MarkdownIt, {
  type MarkdownIt as Parser,
  type StateCore,
  type StateInline,
  type Token,
} from 'markdown-it'
import { bareLinks } from './bare-links'
import { boundParser } from './bounds'
import { ForumInlineState } from './inline-state'
import { linkHosts } from './link-hosts'
import { safeHref } from './safe-url'
import { siteImages } from './site-images'

/**
 * What a text may contain: `comment` for what anyone writes, `document` for topic backgrounds, official
 * responses and summaries, which also have headings, tables and rules.
 */
export type TextProfile = 'comment' | 'document'

const FIRST_HEADING = 3
const LAST_HEADING = 5

/**
 * Core rule: the levels of headings follow from the outline, not from the number of `#`. Above a text
 * the page has its title (h1) and the section's (h2), so that the first heading is an h3 however it was
 * typed, and no level is skipped on the way down. Headings without words are dropped.
 */
function outline(state: StateCore): void {
  const open: number[] = []
  const kept: Token[] = []
  for (let index = 0; index < state.tokens.length; index++) {
    const token = state.tokens[index]
    if (token === undefined) break
    if (token.type === 'heading_open') {
      if (state.tokens[index + 1]?.content === '') {
        index += 2
        continue
      }
      const typed = token.markup.length
      while ((open.at(-1) ?? 0) >= typed) open.pop()
      open.push(typed)
    }
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(FIRST_HEADING + open.length - 1, LAST_HEADING)}`
    }
    kept.push(token)
  }
  state.tokens = kept
}

/** Inline rule after parsing: `[文字]()` leads nowhere, and is its text. */
function emptyLinks(state: StateInline): void {
  const hrefs: unknown[] = []
  for (const token of state.tokens) {
    if (token.tag !== 'a') continue
    if (token.nesting > 0) hrefs.push(token.attrGet('href'))
    const href = token.nesting > 0 ? hrefs.at(-1) : hrefs.pop()
    if (href !== '') continue
    token.type = 'text'
    token.tag = ''
    token.attrs = null
    token.nesting = 0
  }
}

const STAR = 0x2a
const STARS_THAT_COVER = 4

/** Inline rule: four stars and more are no emphasis, they cover what is private, 138****1234. */
function coveringStars(state: StateInline, silent: boolean): boolean {
  let end = state.pos
  while (state.src.charCodeAt(end) === STAR) end += 1
  if (end - state.pos < STARS_THAT_COVER) return false
  if (!silent) state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
}

/**
 * A markdown-it that knows only what the profile has. Not enabled, each for a reason: raw HTML;
 * reference definitions (they let one text name another's links, and are searched for across lines);
 * code by indentation and underlined headings (people indent and underline without meaning that);
 * entities (`&#8238;` would bring in characters that were removed from the text); the typographer.
 */
export function createParser(profile: TextProfile): Parser {
  const isDocument = profile === 'document'
  const md = new MarkdownIt({ html: false, breaks: true, linkify: false, maxNesting: 24 })

  md.block.ruler.enableOnly([
    ...['paragraph', 'fence', 'blockquote', 'list', 'heading'],
    ...(isDocument ? ['table', 'hr'] : []),
  ])
  md.inline.ruler.enableOnly([
    ...['text', 'newline', 'escape', 'backticks', 'emphasis', 'link', 'autolink'],
  ])
  md.inline.ruler2.enableOnly(['balance_pairs', 'emphasis', 'fragments_join'])

  md.inline.State = ForumInlineState
  md.inline.ruler.before('newline', 'bare_links', bareLinks)
  md.inline.ruler.before('link', 'site_images', siteImages)
  md.inline.ruler.before('emphasis', 'covering_stars', coveringStars)
  md.inline.ruler2.before('fragments_join', 'empty_links', emptyLinks)
  md.inline.ruler2.before('fragments_join', 'link_hosts', linkHosts)
  md.core.ruler.after('block', 'outline', outline)
  boundParser(md)

  md.normalizeLink = (url) => safeHref(url) ?? ''
  md.validateLink = (url) => url !== ''
  // An address is shown as it was typed: decoded, it could read as another one.
  md.normalizeLinkText = (url) => url

  const { rules } = md.renderer
  const { escapeHtml } = md.utils
  rules.fence = (tokens, index) =>
    `<pre><code>${escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`
  rules.image = (tokens, index, options, _env, renderer) =>
    renderer.renderToken(tokens, index, options)
  rules.th_open = () => '<th scope="col">'
  rules.td_open = () => '<td>'
  if (!isDocument) {
    rules.heading_open = () => '<p><strong>'
    rules.heading_close = () => '</strong></p>\n'
  }
  return md
}
