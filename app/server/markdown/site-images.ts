import type { StateInline } from 'markdown-it'
import { safeHref, safeImageSource } from './safe-url'

// A description is plain text: markdown-it would parse it anew, for each level of brackets in it.
const IMAGE = /!\[([^[\]\\\n]{0,300})\]\(([^\s()<>\\]{1,512})\)/y

/**
 * Inline rule: `![描述](/attachments/…/image)` becomes an image, if it is one of this site. An image from
 * elsewhere would tell its owner who reads this page, and when: it becomes a link instead.
 */
export function siteImages(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x21) return false
  IMAGE.lastIndex = state.pos
  const match = IMAGE.exec(state.src)
  if (match === null || state.pos + match[0].length > state.posMax) return false

  const [whole, description = '', destination = ''] = match
  const source = safeImageSource(destination)
  if (source === null) {
    if (safeHref(destination) === null) return false
    state.pos += 1 // without its "!" the rest is a link
    return true
  }
  if (!silent) {
    const token = state.push('image', 'img', 0)
    token.attrs = [
      ['src', source],
      ['alt', description],
      ['loading', 'lazy'],
    ]
  }
  state.pos += whole.length
  return true
}
