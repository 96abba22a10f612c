import { z } from 'zod'
import { REPORT_MAX_CHARACTERS, REPORT_REASONS } from '~/domain/moderation/report'
import { words } from './words'

/** 举报: the reason, and what the reporter adds; whoever chooses 其他 says what it is. */
export const reportSchema = z
  .object({
    reason: z.enum(REPORT_REASONS, { message: 'report.reason.missing' }),
    text: words(REPORT_MAX_CHARACTERS),
  })
  .superRefine(({ reason, text }, context) => {
    if (reason !== 'other' || text !== '') return
    context.addIssue({ code: 'custom', path: ['text'], message: 'report.text.needed' })
  })
