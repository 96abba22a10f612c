import type { StateInline } from 'markdown-it'
import { MAX_URL_LENGTH, safeHref } from './safe-url'

// ASCII only, and no brackets or quotes: a Chinese sentence goes on right behind an address,
// without a space ("详见https://www.gov.cn/a，谢谢").
const URL_RUN = /[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%|]+/y

const PART_OF_A_WORD = /[A-Za-z0-9+.-]/

/** An address without what belongs to the sentence or to the emphasis around it. */
function withoutTail(url: string): string {
  let end = url.length
  let unclosed = 0
  for (const character of url) {
    if (character === '(') unclosed++
    if (character === ')') unclosed--
  }
  for (;;) {
    const last = url.charAt(end - 1)
    if (last === ')' && unclosed < 0) unclosed++
    else if (!".,;:!?'*_~|&".includes(last) || end === 0) return url.slice(0, end)
    end--
  }
}

/**
 * Inline rule: `https://…` in running text becomes a link. (markdown-it's own linkify takes the Chinese
 * words right behind an address for a part of it, and links what has no scheme.) It looks at colons only
 * and reads each character once: what it read and did not like is text from then on.
 */
export function bareLinks(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  // Looking for the end of a label, nothing in an address can close it: `[` and `]` are not in it.
  if (silent || state.linkLevel > 0 || !src.startsWith('://', pos)) return false

  const scheme = ['https', 'http'].find(
    (name) =>
      // What is not pending was taken by another rule already: an escape, for one.
      state.pending.length >= name.length &&
      src.slice(pos - name.length, pos).toLowerCase() === name,
  )
  if (scheme === undefined) return false
  const start = pos - scheme.length
  if (start > 0 && PART_OF_A_WORD.test(src.charAt(start - 1))) return false

  URL_RUN.lastIndex = pos
  const run = URL_RUN.exec(src)?.[0] ?? ''
  const end = Math.min(pos + run.length, state.posMax)
  const text = withoutTail(src.slice(start, Math.min(end, start + MAX_URL_LENGTH + 1)))
  const href = safeHref(text)
  if (href === null) {
    state.pending += src.slice(pos, end)
    state.pos = end
    return true
  }

  state.pending = state.pending.slice(0, -scheme.length)
  const open = state.push('link_open', 'a', 1)
  open.attrs = [['href', href]]
  state.push('text', '', 0).content = text
  state.push('link_close', 'a', -1)
  state.pos = start + text.length
  return true
}
