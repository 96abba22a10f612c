import { z } from 'zod'
import { cleanText, countCharacters } from '~/domain/shared/clean-text'
import type { MessageKey } from '~/i18n/zh-hans'

/** Words of at most `max` characters; with `missing`, what is said where there are none. */
export function words(max: number, missing?: MessageKey) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const cleaned = cleanText(typed)
      const issue = (message: MessageKey) => {
        context.addIssue({ code: 'custom', message, params: { max } })
        return z.NEVER
      }
      if ('problem' in cleaned) return issue('moderation.text.unreadable')
      const text = cleaned.text.trim()
      if (countCharacters(text) > max) return issue('moderation.text.tooLong')
      return text === '' && missing ? issue(missing) : text
    })
}
