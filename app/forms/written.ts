import { z } from 'zod'
import { cleanText, countCharacters } from '~/domain/shared/clean-text'
import { isId } from '~/domain/shared/id'
import type { MessageKey } from '~/i18n/zh-hans'

/** Fields that several forms of the desk and the studios share. */

/**
 * A text as it is stored: cleaned, and no longer than `max` characters (code points). With `missing` it may not
 * be empty; with `min` it has at least so many.
 */
export function written(options: {
  max: number
  missing?: MessageKey
  min?: { characters: number; message: MessageKey }
}) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const refuse = (message: MessageKey, params: Record<string, number> = {}) => {
        context.addIssue({ code: 'custom', message, params })
        return z.NEVER
      }
      const cleaned = cleanText(typed)
      if ('problem' in cleaned) return refuse('desk.form.unreadable')
      const text = cleaned.text.trim()
      const length = countCharacters(text)
      if (length === 0 && options.missing) return refuse(options.missing)
      if (options.min && length < options.min.characters) {
        return refuse(options.min.message, { min: options.min.characters })
      }
      if (length > options.max) {
        return refuse('desk.form.tooLong', { max: options.max, n: length - options.max })
      }
      return text
    })
}

/** One line of text: as `written`, with line breaks made spaces. */
export function writtenLine(options: Parameters<typeof written>[0]) {
  return z.preprocess(
    (typed) => (typeof typed === 'string' ? typed.replace(/\s*[\r\n]+\s*/gu, ' ') : typed),
    written(options),
  )
}

/** Ids of what was ticked, as `listValues` joins them. What is no id was not on the page and is left out. */
export const idList = z
  .string()
  .default('')
  .transform((joined) => [...new Set(joined.split(' ').filter(isId))])

/** The version that was on the page. */
export function version(least: 0 | 1) {
  return z.coerce.number().int().min(least).max(1_000_000_000)
}

/** What a form sends, as `SubmittedForm` gives it. */
interface Fields {
  toObject(): Record<string, string>
  getAll(name: string): string[]
}

/** A form's values by name; those of the named lists, which come several times, joined by spaces. */
export function listValues(form: Fields, ...lists: string[]): Record<string, string> {
  const values = form.toObject()
  for (const name of lists) values[name] = form.getAll(name).join(' ')
  return values
}

/** The ids in a joined list, for ticking the boxes of a form that came back. */
export function listed(values: Record<string, string> | undefined, name: string): string[] {
  return (values?.[name] ?? '').split(' ').filter((value) => value !== '')
}
