import { z } from 'zod'
import { NOTE_MAX_CHARACTERS, REASON_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { cleanText, countCharacters } from '~/domain/shared/clean-text'
import { isId } from '~/domain/shared/id'
import type { MessageKey } from '~/i18n/zh-hans'

/** The text that was read and the version of its comment, as the page wrote them: nobody types these. */
export const reviewedTextSchema = z.object({
  commentId: z.string().refine(isId),
  revisionId: z.string().refine(isId),
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
})

function words(max: number, missing?: MessageKey) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const cleaned = cleanText(typed)
      const issue = (message: MessageKey) => {
        context.addIssue({ code: 'custom', message, params: { max } })
        return z.NEVER
      }
      if ('problem' in cleaned) return issue('moderation.text.unreadable')
      const text = cleaned.text.trim()
      if (countCharacters(text) > max) return issue('moderation.text.tooLong')
      return text === '' && missing ? issue(missing) : text
    })
}

const note = words(NOTE_MAX_CHARACTERS)

/** 退回修改: what the author is asked to change. */
export const returnSchema = z.object({
  request: words(REASON_MAX_CHARACTERS, 'moderation.return.missing'),
  note,
})

/** 不通过: a reason of the list, and its words as they fit this text. */
export const rejectSchema = z.object({
  reason: z.string({ message: 'moderation.reject.missing' }).min(1, 'moderation.reject.missing'),
  reasonText: words(REASON_MAX_CHARACTERS, 'moderation.reject.wordsMissing'),
  note,
})

/**
 * The field that holds the words of a reason: each has its own, so that none are lost by choosing another. (A
 * name that ends with `code` would be taken for a secret and not shown again.)
 */
export function reasonTextField(code: string): string {
  return `${code}-text`
}
