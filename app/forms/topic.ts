import { z } from 'zod'
import { nextShanghaiMidnight, shanghaiDate } from '~/domain/shared/shanghai-time'
import { isId } from '~/domain/shared/id'
import { TOPIC_MODES } from '~/domain/topic/stage'
import { parseTags, TOPIC_LIMITS } from '~/domain/topic/topic-text'
import { written, writtenLine } from './written'

/**
 * The words and settings of a topic. The last day is today at the earliest, unless it is the one that the
 * topic has already.
 */
export function topicSchema(options: { now: Date; present?: { closesAt: Date | null } }) {
  const today = shanghaiDate(options.now)
  const presentDay = closingDay(options.present?.closesAt ?? null)
  return z
    .object({
      title: writtenLine({
        max: TOPIC_LIMITS.title,
        missing: 'studioDesk.form.title.missing',
        min: { characters: TOPIC_LIMITS.titleMin, message: 'studioDesk.form.title.short' },
      }),
      question: writtenLine({
        max: TOPIC_LIMITS.question,
        missing: 'studioDesk.form.question.missing',
      }),
      background: written({ max: TOPIC_LIMITS.background }),
      categoryId: z
        .string({ message: 'studioDesk.form.category.missing' })
        .refine(isId, 'studioDesk.form.category.missing'),
      districtId: z
        .string()
        .default('')
        .transform((id) => (isId(id) ? id : null)),
      tags: writtenLine({ max: 200 }).transform((line, context) => {
        const parsed = parseTags(line)
        if (parsed.ok) return parsed.tags
        context.addIssue({
          code: 'custom',
          message: `studioDesk.form.tags.${parsed.problem}`,
          params: { tags: TOPIC_LIMITS.tags, tag: TOPIC_LIMITS.tag },
        })
        return z.NEVER
      }),
      closesOn: z
        .string()
        .default('')
        .transform((typed, context) => {
          const day = typed.trim()
          if (day === '') return null
          const noon = new Date(`${day}T12:00:00+08:00`)
          const isDay =
            /^\d{4}-\d{2}-\d{2}$/.test(day) &&
            !Number.isNaN(noon.getTime()) &&
            shanghaiDate(noon) === day
          const issue = (message: string) => {
            context.addIssue({ code: 'custom', message })
            return z.NEVER
          }
          if (!isDay) return issue('studioDesk.form.closesOn.unreadable')
          if (day < today && day !== presentDay) return issue('studioDesk.form.closesOn.past')
          return day === presentDay && options.present
            ? options.present.closesAt
            : nextShanghaiMidnight(noon)
        }),
      mode: z.enum(TOPIC_MODES, { message: 'studioDesk.form.mode.missing' }),
    })
    .transform(({ closesOn, ...words }) => ({ ...words, closesAt: closesOn }))
}

/** The last day on which a topic takes in comments, as a date field has it; empty where no end is set. */
export function closingDay(closesAt: Date | null): string {
  return closesAt ? shanghaiDate(new Date(closesAt.getTime() - 1)) : ''
}
