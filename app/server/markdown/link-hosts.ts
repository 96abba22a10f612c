import type { StateInline, Token } from 'markdown-it'

/**
 * Inline rule after parsing: behind a link to another site whose words do not begin with that site stands its host.
 * `[www.gov.cn](https://elsewhere.example/)` must not read as what it is not, and who reads
 * `[全文](…)` sees where it leads before they go.
 */
export function linkHosts(state: StateInline): void {
  const shown: Token[] = []
  const open: Array<{ host: string | null; words: string }> = []
  for (const token of state.tokens) {
    shown.push(token)
    if (token.type === 'link_open') {
      open.push({ host: hostOf(String(token.attrGet('href') ?? '')), words: '' })
    } else if (token.type === 'link_close') {
      const link = open.pop()
      if (!link?.host || namesHost(link.words, link.host)) continue
      const host = new state.Token('text', '', 0)
      host.content = `（${link.host}）`
      shown.push(host)
    } else {
      for (const link of open) link.words += token.content
    }
  }
  if (shown.length === state.tokens.length) return
  // In place: the parser holds on to this array.
  state.tokens.length = 0
  for (const token of shown) state.tokens.push(token)
}

/**
 * Whether the words begin with the whole host. It must not do to hold it somewhere: `www.gov.cn` holds `v.cn`, and
 * `www.gov.cn/v.cn` ends with it.
 */
function namesHost(words: string, host: string): boolean {
  const said = words
    .trimStart()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
  return said.startsWith(host) && /^(?::\d+)?(?:$|[\s/?#])/.test(said.slice(host.length))
}

function hostOf(href: string): string | null {
  return /^https?:/i.test(href) && URL.canParse(href) ? new URL(href).host : null
}
