import { z } from 'zod'
import {
  DECLARED_RESULTS,
  REMARK_MAX_CHARACTERS,
  RESPONSE_MAX_CHARACTERS,
} from '~/domain/response/response'
import { isId } from '~/domain/shared/id'
import { idList, version, written } from './written'

/** A draft of an official response: its words, its result, and which of the comments shown it answers. */
export const responseDraftSchema = z
  .object({
    departmentId: z.string().refine(isId),
    version: version(0),
    text: written({ max: RESPONSE_MAX_CHARACTERS, missing: 'desk.draft.text.missing' }),
    declaredResult: z.enum(DECLARED_RESULTS, { message: 'desk.draft.result.missing' }),
    answers: idList,
    /** The comments that were on the page: those not ticked are answered no longer. */
    shown: idList,
  })
  .transform(({ answers, shown, ...rest }) => ({
    ...rest,
    answer: answers,
    leave: shown.filter((id) => !answers.includes(id)),
  }))

/** 审签: publish, or send back and say why. */
export const signOffSchema = z
  .object({
    responseId: z.string().refine(isId),
    version: version(1),
    outcome: z.enum(['approve', 'return']),
    comment: written({ max: REMARK_MAX_CHARACTERS }),
  })
  .superRefine(({ outcome, comment }, context) => {
    if (outcome === 'return' && comment === '') {
      context.addIssue({
        code: 'custom',
        path: ['comment'],
        message: 'desk.signOff.comment.missing',
      })
    }
  })
