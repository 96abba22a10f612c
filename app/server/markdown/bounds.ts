import MarkdownIt, {
  type MarkdownIt as Parser,
  type StateBlock,
  type StateInline,
} from 'markdown-it'
import { ForumInlineState } from './inline-state'
import { MAX_URL_LENGTH } from './safe-url'

/** Quotes count one, lists two. What is nested deeper stays as it was typed: nothing is lost. */
const MAX_BLOCK_LEVEL = 12

/** `em` and `strong` within one another. */
const MAX_EMPHASIS_DEPTH = 6

/** Longer runs of `*` or `_` are a line to fill in or an ornament, not emphasis. */
const MAX_DELIMITER_RUN = 6

/** In one paragraph; each becomes two objects in memory, whether it finds its pair or not. */
const MAX_DELIMITERS = 400

const MAX_TABLE_COLUMNS = 20

/** In one text; a short row is filled up to the width of its table, so few letters make many cells. */
const MAX_TABLE_CELLS = 20_000

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean

/** One of markdown-it's own block rules, to be called from a rule that replaces it. */
function originalBlockRule(name: string): BlockRule {
  const { ruler } = new MarkdownIt().block
  ruler.enableOnly(name)
  const [rule] = ruler.getRules('')
  if (rule === undefined) throw new Error(`markdown-it has no block rule ${name}`)
  return rule
}

function boundNesting(md: Parser): void {
  // The chains in which markdown-it itself registers the two rules.
  const chains = {
    blockquote: ['paragraph', 'reference', 'blockquote', 'list'],
    list: ['paragraph', 'reference', 'blockquote'],
  }
  for (const [name, alt] of Object.entries(chains)) {
    const original = originalBlockRule(name)
    md.block.ruler.at(
      name,
      (state, startLine, endLine, silent) =>
        state.level < MAX_BLOCK_LEVEL && original(state, startLine, endLine, silent),
      { alt },
    )
  }
}

function columnsOf(state: StateBlock, line: number): number {
  let columns = 1
  const end = state.eMarks[line] ?? 0
  for (let index = state.bMarks[line] ?? end; index < end; index++) {
    if (state.src.charCodeAt(index) === 0x7c) columns++
  }
  return columns
}

function boundTables(md: Parser): void {
  const original = originalBlockRule('table')
  md.block.ruler.at(
    'table',
    (state, startLine, endLine, silent) => {
      const cells = typeof state.env.tableCells === 'number' ? state.env.tableCells : 0
      if (cells > MAX_TABLE_CELLS) return false
      if (columnsOf(state, startLine + 1) > MAX_TABLE_COLUMNS + 2) return false
      const before = state.tokens.length
      if (!original(state, startLine, endLine, silent)) return false
      state.env.tableCells = cells + (state.tokens.length - before) / 3
      return true
    },
    { alt: ['paragraph', 'reference'] },
  )
}

/** Takes delimiters as text where there are too many; runs before the rule for emphasis. */
function surplusDelimiters(state: StateInline, silent: boolean): boolean {
  const marker = state.src.charCodeAt(state.pos)
  if (silent || (marker !== 0x2a && marker !== 0x5f)) return false
  if (!(state instanceof ForumInlineState)) return false

  let end = state.pos
  while (end < state.posMax && state.src.charCodeAt(end) === marker) end++
  const length = end - state.pos
  if (length <= MAX_DELIMITER_RUN && state.delimiterCount + length <= MAX_DELIMITERS) {
    state.delimiterCount += length
    return false
  }
  state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
}

/** Takes away emphasis within too much emphasis; runs when the pairs are known. */
function surplusEmphasis(state: StateInline): void {
  let depth = 0
  for (const token of state.tokens) {
    if (token.tag !== 'em' && token.tag !== 'strong') continue
    if (token.nesting > 0) depth++
    const surplus = depth > MAX_EMPHASIS_DEPTH
    if (token.nesting < 0) depth--
    if (!surplus) continue
    token.type = 'text'
    token.tag = ''
    token.nesting = 0
    token.content = ''
  }
}

/**
 * Keeps time, memory and the size of the page in proportion to the text, and by a factor that a server
 * and a browser can bear. markdown-it by itself cuts off what is nested too deep, so that words
 * disappear; fills 100 cells for a letter; and nests emphasis until a browser stops. A person who writes
 * meets none of these bounds.
 */
export function boundParser(md: Parser): void {
  boundNesting(md)
  boundTables(md)
  md.inline.ruler.before('emphasis', 'surplus_delimiters', surplusDelimiters)
  md.inline.ruler2.after('emphasis', 'surplus_emphasis', surplusEmphasis)

  const { parseLinkDestination } = md.helpers
  md.helpers.parseLinkDestination = (text, start, max) =>
    parseLinkDestination(text, start, Math.min(max, start + MAX_URL_LENGTH + 2))
}
