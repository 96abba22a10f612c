import { z } from 'zod'
import { FOLLOW_UP_MAX_CHARACTERS } from '~/domain/response/rating'
import {
  CONTRIBUTION_MAX_CHARACTERS,
  DECLARED_RESULTS,
  PASSAGE_KINDS,
  REMARK_MAX_CHARACTERS,
  RESPONSE_MAX_CHARACTERS,
} from '~/domain/response/response'
import { isId } from '~/domain/shared/id'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import type { MessageKey } from '~/i18n/zh-hans'
import { position, ticked } from './fields'
import { idList, version, written, writtenLine } from './written'

/** A draft of an official response: its words, its result, and which of the comments shown it answers. */
export const responseDraftSchema = z
  .object({
    departmentId: z.string().refine(isId),
    version: version(0),
    text: written({ max: RESPONSE_MAX_CHARACTERS, missing: 'desk.draft.text.missing' }),
    /** May be left open while it is drafted; the submission asks for it. */
    declaredResult: z.enum(DECLARED_RESULTS).nullable().catch(null).default(null),
    /** 更正说明; only the form of a correction has it. */
    changeNote: written({ max: REMARK_MAX_CHARACTERS }).optional(),
    answers: idList,
    /** The comments that were on the page: those not ticked are answered no longer. */
    shown: idList,
  })
  .transform(({ answers, shown, ...rest }) => ({
    ...rest,
    answer: answers,
    leave: shown.filter((id) => !answers.includes(id)),
  }))

/** What a 会办 department gives to the lead's answer. */
export const contributionSchema = z.object({
  departmentId: z.string().refine(isId),
  version: version(0),
  text: written({ max: CONTRIBUTION_MAX_CHARACTERS, missing: 'answer.contribution.missing' }),
})

/** What a department learned when it asked those concerned (回访). */
export const followUpSchema = z.object({
  text: written({ max: FOLLOW_UP_MAX_CHARACTERS, missing: 'desk.followUp.missing' }),
})

/** A response as it was seen on the page. */
export const seenResponseSchema = z.object({
  responseId: z.string().refine(isId),
  version: version(1),
})

/** 审签: publish, now or at a time in Shanghai, or send back and say why. */
export const signOffSchema = seenResponseSchema
  .extend({
    outcome: z.enum(['approve', 'return']),
    comment: written({ max: REMARK_MAX_CHARACTERS }),
    when: z.enum(['now', 'later']).catch('now').default('now'),
    publishOn: z.string().default(''),
    publishTime: z.string().default(''),
  })
  .transform(({ outcome, comment, when, publishOn, publishTime, ...seen }, context) => {
    const refuse = (path: string, message: MessageKey) => {
      context.addIssue({ code: 'custom', path: [path], message })
      return z.NEVER
    }
    if (outcome === 'return') {
      if (comment === '') return refuse('comment', 'desk.signOff.comment.missing')
      return { ...seen, outcome, comment }
    }
    if (when === 'now') return { ...seen, outcome, comment }
    const publishAt = shanghaiInstant(publishOn, publishTime)
    return publishAt
      ? { ...seen, outcome, comment, publishAt }
      : refuse('publishOn', 'answer.schedule.unreadable')
  })

/** A day and a time of day in Shanghai; null for what is none. */
function shanghaiInstant(day: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null
  const instant = new Date(`${day}T${time}:00+08:00`)
  // 30 February becomes a day in March, which nobody meant.
  return !Number.isNaN(instant.getTime()) && shanghaiDate(instant) === day ? instant : null
}

/** A template or passage of a department. */
export const passageSchema = z.object({
  version: version(0),
  kind: z.enum(PASSAGE_KINDS, { message: 'answer.passages.kind.missing' }),
  title: writtenLine({ max: 60, missing: 'answer.passages.title.missing' }),
  text: written({ max: CONTRIBUTION_MAX_CHARACTERS, missing: 'answer.passages.text.missing' }),
  position,
  active: ticked,
})
