import { z } from 'zod'
import { COMMENT_MAX_CHARACTERS } from '~/domain/comment/comment'
import { NOTE_MAX_CHARACTERS, REASON_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { isId } from '~/domain/shared/id'
import { words } from './words'

/** The text that was read and the version of its comment, as the page wrote them: nobody types these. */
export const reviewedTextSchema = z.object({
  commentId: z.string().refine(isId),
  revisionId: z.string().refine(isId),
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  /** 重审: the decision in whose place another one is put. */
  previousId: z.string().refine(isId).optional(),
  /** 复核: the second look that is recorded. */
  secondLookId: z.string().refine(isId).optional(),
})

const note = words(NOTE_MAX_CHARACTERS)

/** 退回修改: what the author is asked to change. */
export const returnSchema = z.object({
  request: words(REASON_MAX_CHARACTERS, 'moderation.return.missing'),
  note,
})

/** 通过（脱敏后）: the words to hide, one place a line. */
export const maskSchema = z.object({
  hide: words(COMMENT_MAX_CHARACTERS, 'moderation.mask.missing').transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
})

/** 转办: how, and what is said to whoever assigns or to the author. */
export const forwardSchema = z.object({
  way: z.enum(['assign', 'elsewhere'], { message: 'moderation.forward.unchosen' }),
  words: words(NOTE_MAX_CHARACTERS, 'moderation.forward.missing'),
  departmentId: z
    .string()
    .optional()
    .transform((id) => id || null),
})

const tickedText = z
  .string()
  .transform((value) => value.split('.'))
  .transform(([commentId, revisionId, version]) => ({ commentId, revisionId, version }))
  .pipe(
    z.object({
      commentId: z.string().refine(isId),
      revisionId: z.string().refine(isId),
      version: z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .transform(Number),
    }),
  )

/** What the box of an entry in the list sends. */
export function tickedValue(entry: {
  commentId: string
  revisionId: string
  version: number
}): string {
  return `${entry.commentId}.${entry.revisionId}.${entry.version}`
}

/**
 * One decision for many: 通过, 不通过 with a reason (without words of its own the reason's words are used), or 并入同类
 * with the comment that asks for the same.
 */
export const bulkSchema = z.object({
  text: z.array(tickedText),
  outcome: z.enum(['approve', 'reject', 'join']),
  reason: z.string().default(''),
  reasonText: z.string().default(''),
  sameAsId: z.string().refine(isId).optional(),
})

/** 升级: what a 审核组长 is asked to look at. */
export const escalateSchema = z.object({
  seniorNote: words(NOTE_MAX_CHARACTERS, 'moderation.escalate.missing'),
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

/** 并入同类: the text that was read, and the comment that asks for the same. */
export const sameDemandSchema = reviewedTextSchema
  .omit({ previousId: true, secondLookId: true })
  .extend({ sameAsId: z.string().refine(isId) })
