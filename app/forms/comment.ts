import { z } from 'zod'
import { COMMENT_KINDS, COMMENT_MAX_CHARACTERS, STANCES } from '~/domain/comment/comment'
import { VOICES } from '~/domain/person/role'
import { cleanText, countCharacters } from '~/domain/shared/clean-text'
import { isId } from '~/domain/shared/id'

const text = z.string({ required_error: 'comment.text.missing' }).transform((typed, context) => {
  const cleaned = cleanText(typed)
  if ('problem' in cleaned) {
    context.addIssue({ code: 'custom', message: 'comment.text.unreadable' })
    return z.NEVER
  }
  const length = countCharacters(cleaned.text)
  if (length === 0) {
    context.addIssue({ code: 'custom', message: 'comment.text.missing' })
    return z.NEVER
  }
  if (length > COMMENT_MAX_CHARACTERS) {
    context.addIssue({
      code: 'custom',
      message: 'comment.text.tooLong',
      params: { max: COMMENT_MAX_CHARACTERS, n: length - COMMENT_MAX_CHARACTERS },
    })
    return z.NEVER
  }
  return cleaned.text
})

/** A choice that may be left open: an empty or absent field. */
function optional<Schema extends z.ZodTypeAny>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
}

const id = z.string({ message: 'comment.place.gone' }).refine(isId, 'comment.place.gone')

const words = {
  text,
  stance: optional(z.enum(STANCES, { message: 'comment.stance.unknown' })),
  kind: z.enum(COMMENT_KINDS, { message: 'comment.kind.unknown' }).default('opinion'),
}

/** A new comment: an opening one, or a reply where `replyTo` names what it answers. */
export const newCommentSchema = z.object({
  ...words,
  voice: optional(z.enum(VOICES, { message: 'comment.voice.unknown' })),
  replyTo: optional(id),
  /** The published revision that is quoted. */
  quote: optional(id),
})

/** Changed words of one's own comment, and the version of it that was on the page. */
export const editCommentSchema = z.object({
  ...words,
  version: z
    .string({ message: 'comment.place.gone' })
    .regex(/^[1-9]\d{0,8}$/, 'comment.place.gone')
    .transform(Number),
})
