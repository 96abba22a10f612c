import type { ReviewStatus } from './comment'

/** The longest excerpt of a quoted comment, in characters (code points). */
export const QUOTE_MAX_CHARACTERS = 120

/** A sentence that ends before this share of the excerpt is not worth ending it there. */
const SHORTEST_SHARE = 0.5

/** The end of a sentence, with the quotation marks that close it. A point within 3.5 is none. */
const SENTENCE_END = /[。！？；][”’」』）]*|[.!?;](?= )/gu

export type QuoteProblem = 'otherTopic' | 'notPublished'

/**
 * Whether a revision may be quoted: only what is published, only within its topic. A quote names the
 * revision, so that nobody is made to say what was written later.
 *
 * @returns what stands against it, or null
 */
export function quoteProblem(
  quoted: { topicId: string; status: ReviewStatus },
  topicId: string,
): QuoteProblem | null {
  if (quoted.topicId !== topicId) return 'otherTopic'
  return quoted.status === 'published' ? null : 'notPublished'
}

/** What a page shows of a quote. The place stays when the words have gone. */
export type QuoteView =
  /** `edited`: its author has published another text since. */
  { kind: 'words'; excerpt: string; edited: boolean } | { kind: GoneWords }

/**
 * Why words that were public are not: taken back by their author, hidden until a moderator has looked at what was
 * reported, or taken down by a moderator.
 */
export type GoneWords = 'withdrawn' | 'hidden' | 'removed'

/** Why the words of a comment, or of a revision, that was public are not to be read. */
export function goneWords(status: ReviewStatus): GoneWords {
  return status === 'withdrawn' || status === 'hidden' ? status : 'removed'
}

/** What is shown of a quoted revision, its text as plain text, by what has become of it. */
export function viewQuote(revision: { status: ReviewStatus; text: string }): QuoteView {
  switch (revision.status) {
    case 'published':
    case 'superseded':
      return {
        kind: 'words',
        excerpt: quoteExcerpt(revision.text),
        edited: revision.status === 'superseded',
      }
    case 'withdrawn':
    case 'hidden':
    case 'pending':
    case 'rejected':
    case 'returned':
      return { kind: goneWords(revision.status) }
  }
}

/**
 * The beginning of a text as one line of at most 120 characters: cut after a sentence where one ends in
 * the second half, else with an ellipsis.
 */
export function quoteExcerpt(text: string): string {
  const characters = Array.from(text.replace(/\s+/gu, ' ').trim())
  if (characters.length <= QUOTE_MAX_CHARACTERS) return characters.join('')
  const head = characters.slice(0, QUOTE_MAX_CHARACTERS).join('')
  const last = [...head.matchAll(SENTENCE_END)].at(-1)
  const sentences = last ? head.slice(0, last.index + last[0].length) : ''
  if (Array.from(sentences).length >= QUOTE_MAX_CHARACTERS * SHORTEST_SHARE) return sentences
  const cut = characters.slice(0, QUOTE_MAX_CHARACTERS - 1).join('')
  return `${cut.trimEnd()}…`
}
