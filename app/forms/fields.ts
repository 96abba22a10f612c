import { z } from 'zod'
import type { MessageKey } from '~/i18n/zh-hans'
import { cleanText, countCharacters } from '~/domain/shared/clean-text'

// Fields as the registers' forms have them. An absent field counts as an empty one.

const typed = z.string().default('')

/** The text as it is stored: cleaned, at most so many characters; lines are folded into one where `line`. */
function text(options: { max: number; line: boolean }) {
  return typed.transform((input, context) => {
    const cleaned = cleanText(input)
    if ('problem' in cleaned) {
      context.addIssue({ code: 'custom', message: 'admin.error.unreadable' satisfies MessageKey })
      return z.NEVER
    }
    const kept = options.line ? cleaned.text.replace(/\s+/gu, ' ').trim() : cleaned.text.trim()
    const length = countCharacters(kept)
    if (length > options.max) {
      context.addIssue({
        code: 'custom',
        message: 'admin.error.tooLong' satisfies MessageKey,
        params: { max: options.max, n: length - options.max },
      })
      return z.NEVER
    }
    return kept
  })
}

/** A line that must be there. */
export function line(max: number, missing: MessageKey) {
  return text({ max, line: true }).refine((value) => value !== '', missing)
}

/** A line that may be left empty: null then. */
export function optionalLine(max: number) {
  return text({ max, line: true }).transform((value) => (value === '' ? null : value))
}

/** Several lines that must be there. */
export function prose(max: number, missing: MessageKey) {
  return text({ max, line: false }).refine((value) => value !== '', missing)
}

/** Several lines that may be left empty. */
export function optionalProse(max: number) {
  return text({ max, line: false })
}

const ENTRY = /^[0-9A-Za-z_-]{1,40}$/

/** The id of an entry that was chosen from a list. */
export function choice(missing: MessageKey) {
  return typed.refine((value) => ENTRY.test(value), missing)
}

/** The same where nothing may be chosen: null then. */
export const optionalChoice = typed.transform((value, context) => {
  if (value === '' || ENTRY.test(value)) return value === '' ? null : value
  context.addIssue({ code: 'custom', message: 'admin.error.choiceGone' satisfies MessageKey })
  return z.NEVER
})

/** A place in a list, from the smallest. */
export const position = typed.transform((value, context) => {
  if (/^\d{1,4}$/.test(value.trim())) return Number(value)
  context.addIssue({ code: 'custom', message: 'admin.error.position' satisfies MessageKey })
  return z.NEVER
})

/** A box that is ticked or not. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'on')

/** The version of an entry that was on the page; null on the form of a new one. */
export const seenVersion = typed.transform((value) =>
  /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null,
)

/** Whether a text is a calendar date as `2026-10-01`. */
export function isCalendarDate(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(day) && new Date(day).toISOString().slice(0, 10) === text
}

/** A calendar date; null where none was given. */
export const optionalDate = typed.transform((value, context) => {
  const text = value.trim()
  if (text === '' || isCalendarDate(text)) return text === '' ? null : text
  context.addIssue({ code: 'custom', message: 'admin.error.date' satisfies MessageKey })
  return z.NEVER
})
