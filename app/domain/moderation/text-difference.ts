/** A stretch of a text that both versions have, or that one of them has alone. */
export interface TextPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Words of letters and digits are compared whole, everything else (characters, marks, spaces) one by one. */
const TOKEN = /[\p{Script=Latin}\p{N}]+|[^]/gu

/** Clauses with the mark that ends them: how long texts are compared. */
const CLAUSE = /[^。！？；，\n]*[。！？；，\n]|[^。！？；，\n]+/gu

/** So many pairs of tokens are compared: two texts of 2,000 characters that have nothing in common. */
const MOST_PAIRS = 4_000_000

/** Fewer characters in common than this between two changes are chance, and read worse than one change. */
const SHORTEST_ISLAND = 2

/**
 * What changed from one text to the next, in reading order: removed stretches before those added in their place.
 * The parts that are not `added` put together are `before`, those not `removed` are `after`.
 *
 * Time and space grow with the product of the lengths of what differs, which is bounded: longer texts are compared
 * by their clauses, and what differs in too many of those as a whole.
 */
export function differenceOf(before: string, after: string): TextPart[] {
  return (
    compare(before.match(TOKEN) ?? [], after.match(TOKEN) ?? []) ??
    compare(before.match(CLAUSE) ?? [], after.match(CLAUSE) ?? []) ??
    tidied([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  )
}

/** The difference of two texts in tokens, or null where it would take too long. */
function compare(old: readonly string[], now: readonly string[]): TextPart[] | null {
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (
    end < Math.min(old.length, now.length) - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  ) {
    end += 1
  }
  if ((old.length - start - end) * (now.length - start - end) > MOST_PAIRS) return null
  const middle = middleOf(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return tidied([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ])
}

/** The longest common subsequence, by the table of its lengths from each pair of places to the ends. */
function middleOf(old: readonly string[], now: readonly string[]): TextPart[] {
  const width = now.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === now[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  }
  const parts: TextPart[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const [left, right] = [old[i], now[j]]
    if (left !== undefined && left === right) {
      parts.push({ kind: 'same', text: left })
      i += 1
      j += 1
    } else if (
      left !== undefined &&
      (right === undefined ||
        (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      parts.push({ kind: 'removed', text: left })
      i += 1
    } else {
      parts.push({ kind: 'added', text: right ?? '' })
      j += 1
    }
  }
  return parts
}

/** Joins neighbours, drowns islands, and puts what was removed before what was added in its place. */
function tidied(parts: readonly TextPart[]): TextPart[] {
  const joined = join(parts)
  const drowned = joined.flatMap((part, index): TextPart[] => {
    const between = index > 0 && index < joined.length - 1
    if (part.kind !== 'same' || !between || Array.from(part.text).length >= SHORTEST_ISLAND) {
      return [part]
    }
    return [
      { kind: 'removed', text: part.text },
      { kind: 'added', text: part.text },
    ]
  })
  const ordered: TextPart[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    ordered.push({ kind: 'removed', text: removed }, { kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const part of drowned) {
    if (part.kind === 'removed') removed += part.text
    else if (part.kind === 'added') added += part.text
    else {
      flush()
      ordered.push(part)
    }
  }
  flush()
  return ordered.filter((part) => part.text !== '')
}

function join(parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = []
  for (const part of parts) {
    if (part.text === '') continue
    const last = joined.at(-1)
    if (last?.kind === part.kind)
      joined[joined.length - 1] = { ...last, text: last.text + part.text }
    else joined.push(part)
  }
  return joined
}
