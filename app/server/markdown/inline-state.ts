import MarkdownIt, { type StateInline } from 'markdown-it'

const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}]/u

// CJK symbols and punctuation, and the full-width forms: what Chinese sets between its words.
const CJK_PUNCTUATION = /[\u3000-\u303f\ufe30-\ufe4f\uff00-\uffef]/u

const PUNCTUATION = /[\p{P}\p{S}]/u

const SPACE = /[\p{Zs}\t\n\f\r]/u

/** Who stands beside a run of `*` or `_`, seen as CommonMark sees it, and as Chinese needs it. */
function neighbour(character: string) {
  const cjkPunctuation = CJK_PUNCTUATION.test(character)
  return {
    space: SPACE.test(character),
    punctuation: PUNCTUATION.test(character),
    foreignPunctuation: PUNCTUATION.test(character) && !cjkPunctuation,
    cjk: cjkPunctuation || CJK.test(character),
  }
}

function characterBefore(text: string, index: number): string {
  if (index <= 0) return ' '
  const unit = text.charCodeAt(index - 1)
  const isTrail = unit >= 0xdc00 && unit <= 0xdfff
  return isTrail && index > 1 ? text.slice(index - 2, index) : text.charAt(index - 1)
}

/**
 * The state of the inline parser with two changes.
 *
 * CommonMark decides by spaces and punctuation whether `**` opens or closes. Chinese has no spaces, so
 * that `**重点：**请看` stays unmarked: the colon before the closing `**` makes it no closer. Here
 * CJK punctuation counts as a letter, and a CJK character beside foreign punctuation as a boundary, as
 * in the proposal "CJK-friendly emphasis" for CommonMark.
 *
 * And it counts the delimiters, so that a rule can stop looking at them (see `bounds.ts`).
 */
export class ForumInlineState extends MarkdownIt.StateInline {
  /** How many `*` and `_` were taken for possible delimiters so far. */
  delimiterCount = 0

  override scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline['scanDelims']> {
    const marker = this.src.charCodeAt(start)
    let end = start
    while (end < this.posMax && this.src.charCodeAt(end) === marker) end++

    const last = neighbour(characterBefore(this.src, start))
    const next = neighbour(
      end < this.posMax ? String.fromCodePoint(this.src.codePointAt(end) ?? 32) : ' ',
    )
    const leftFlanking =
      !next.space && (!next.foreignPunctuation || last.space || last.punctuation || last.cjk)
    const rightFlanking =
      !last.space && (!last.foreignPunctuation || next.space || next.punctuation || next.cjk)

    return {
      can_open: leftFlanking && (canSplitWord || !rightFlanking || last.punctuation),
      can_close: rightFlanking && (canSplitWord || !leftFlanking || next.punctuation),
      length: end - start,
    }
  }
}
