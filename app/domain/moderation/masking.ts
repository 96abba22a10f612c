/** A stretch of a text, in UTF-16 offsets; the end is the first that is not hidden. */
export interface TextRange {
  start: number
  end: number
}

/** What stands in the published text for what is hidden: not as long, so that its length tells nothing. */
export const MASK = '＊＊＊'

/** The longest list of stretches that a decision hides. */
export const MASKS_MAX = 50

/** Every place where one of the phrases stands in the text; those that stand nowhere are told. */
export function findPhrases(
  text: string,
  phrases: readonly string[],
): { ranges: TextRange[]; missing: string[] } {
  const ranges: TextRange[] = []
  const missing: string[] = []
  for (const phrase of phrases) {
    let found = 0
    for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) {
      ranges.push({ start: at, end: at + phrase.length })
      found += 1
    }
    if (found === 0) missing.push(phrase)
  }
  return { ranges: joinRanges(ranges), missing }
}

/** Stretches in the order of the text, those that touch or overlap made one. */
export function joinRanges(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else joined.push({ ...range })
  }
  return joined
}

/** The text with the stretches hidden. Stretches beyond its end, or empty ones, hide nothing. */
export function maskText(text: string, ranges: readonly TextRange[]): string {
  let masked = ''
  let at = 0
  for (const { start, end } of joinRanges(ranges)) {
    if (start >= text.length || end <= start) continue
    masked += text.slice(at, start) + MASK
    at = Math.min(end, text.length)
  }
  return masked + text.slice(at)
}
