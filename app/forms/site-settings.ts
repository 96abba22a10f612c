import { z } from 'zod'
import { settingsOf, type SettingBounds, type SettingGroup } from '~/domain/shared/site-settings'
import type { MessageKey } from '~/i18n/zh-hans'
import { seenVersion } from './fields'

function boundedNumber({ min, max }: SettingBounds) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = typed.normalize('NFKC').trim()
      const number = /^\d{1,6}$/.test(text) ? Number(text) : -1
      if (number >= min && number <= max) return number
      context.addIssue({
        code: 'custom',
        message: 'admin.settings.wrong' satisfies MessageKey,
        params: { min, max },
      })
      return z.NEVER
    })
}

/** The form of one group of settings: whole numbers within their bounds, and the version that was seen. */
export function siteSettingsSchema(group: SettingGroup) {
  const fields = settingsOf(group).map((bounds) => [bounds.name, boundedNumber(bounds)] as const)
  return z.object({
    ...(Object.fromEntries(fields) as Record<string, ReturnType<typeof boundedNumber>>),
    version: seenVersion,
  })
}
