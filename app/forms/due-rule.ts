import { z } from 'zod'
import { MAX_TERM_WORKING_DAYS } from '~/domain/response/due'
import { RULE_SUBJECTS } from '~/domain/response/due-rules'
import type { MessageKey } from '~/i18n/zh-hans'
import { optionalChoice, seenVersion } from './fields'

/** A rule of usual terms; an empty category or subject stands for all. */
export const dueRuleSchema = z.object({
  categoryId: optionalChoice,
  subject: z
    .enum(['', ...RULE_SUBJECTS], { message: 'admin.error.choiceGone' satisfies MessageKey })
    .default('')
    .transform((subject) => (subject === '' ? null : subject)),
  workingDays: z
    .string()
    .default('')
    .transform((typed, context) => {
      const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
      if (days >= 1 && days <= MAX_TERM_WORKING_DAYS) return days
      context.addIssue({
        code: 'custom',
        message: 'desk.assign.days.wrong' satisfies MessageKey,
        params: { max: MAX_TERM_WORKING_DAYS },
      })
      return z.NEVER
    }),
  version: seenVersion,
})
