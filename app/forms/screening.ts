import { z } from 'zod'
import { ASKS, WORD_LISTS } from '~/domain/moderation/screening/asks'
import { foldWord } from '~/domain/moderation/screening/fold'
import { RULE_MODES } from '~/domain/moderation/screening/rules'
import { cleanText, countCharacters } from '~/domain/shared/clean-text'
import { optionalLine, seenVersion } from './fields'

/** So many words are taken in at once. */
export const WORDS_AT_ONCE = 2000

const LONGEST_WORD = 60
const SHORTEST_WORD = 2

const words = z.string().transform((typed, context) => {
  const problem = (message: string, params = {}) => {
    context.addIssue({ code: 'custom', message, params })
    return z.NEVER
  }
  const cleaned = cleanText(typed)
  if ('problem' in cleaned) return problem('admin.error.unreadable')
  const lines = cleaned.text.split('\n').map((line) => line.trim())
  const wrong = lines.findIndex((line) => line !== '' && !isWord(line))
  if (wrong !== -1) return problem('screening.words.wrongLine', { n: wrong + 1 })
  const listed = [...new Set(lines.filter((line) => line !== ''))]
  if (listed.length === 0) return problem('screening.words.missing')
  if (lines.length > WORDS_AT_ONCE)
    return problem('screening.words.tooMany', { max: WORDS_AT_ONCE })
  return listed
})

function isWord(line: string): boolean {
  const length = countCharacters(line)
  return length <= LONGEST_WORD && countCharacters(foldWord(line)) >= SHORTEST_WORD
}

const id = z.string({ message: 'admin.error.choiceGone' })

/** What is done on the page of word lists: words added, one a line; or one taken out of use, or put back. */
export const wordsSchema = z.discriminatedUnion('deed', [
  z.object({
    deed: z.literal('add'),
    list: z.enum(WORD_LISTS, { message: 'admin.error.choiceGone' }),
    words,
    note: optionalLine(100),
  }),
  z.object({ deed: z.enum(['deactivate', 'activate']), id }),
])

/** A rule's settings. Its numbers come as `number.<name>`, and are checked by the rule's own bounds. */
export const ruleSchema = z.object({
  rule: id,
  mode: z.enum(RULE_MODES, { message: 'admin.error.choiceGone' }),
  asks: z.enum(ASKS, { message: 'admin.error.choiceGone' }),
  version: seenVersion,
})
