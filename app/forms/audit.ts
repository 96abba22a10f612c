import { z } from 'zod'
import { cleanText } from '~/domain/shared/clean-text'
import type { MessageKey } from '~/i18n/zh-hans'
import { isCalendarDate } from './fields'

function text(max: number) {
  return z
    .string()
    .default('')
    .transform((input, context) => {
      const cleaned = cleanText(input)
      const problem: MessageKey | null =
        'problem' in cleaned
          ? 'audit.filter.unreadable'
          : cleaned.text.length > max
            ? 'audit.filter.tooLong'
            : null
      if (problem === null && 'text' in cleaned) return cleaned.text.trim() || undefined
      context.addIssue({ code: 'custom', message: problem ?? 'audit.filter.unreadable' })
      return z.NEVER
    })
}

const date = z
  .string()
  .default('')
  .transform((input) => input.trim())
  .refine((value) => value === '' || isCalendarDate(value), 'audit.filter.date.wrong')
  .transform((value) => value || undefined)

/** The filter of the audit trail, as it stands in its address. */
export const auditFilterSchema = z
  .object({ actor: text(60), action: text(60), object: text(300), from: date, to: date })
  .superRefine(({ from, to }, context) => {
    if (!from || !to || from <= to) return
    const message: MessageKey = 'audit.filter.range.wrong'
    context.addIssue({ code: 'custom', path: ['to'], message })
  })

export type AuditFilterFields = z.output<typeof auditFilterSchema>
