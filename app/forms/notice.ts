import { z } from 'zod'
import { MAIL_FREQUENCIES } from '~/domain/notice/frequency'
import type { MessageKey } from '~/i18n/zh-hans'

/** An address is short enough for every mail server (RFC 5321). */
const MOST_CHARACTERS = 254

export const AddressSchema = z.object({
  address: z
    .string({ required_error: 'notice.mail.address.missing' satisfies MessageKey })
    .trim()
    .max(MOST_CHARACTERS, 'notice.mail.address.wrong' satisfies MessageKey)
    .email('notice.mail.address.wrong' satisfies MessageKey),
})

export const FrequencySchema = z.object({
  frequency: z.enum(MAIL_FREQUENCIES, {
    errorMap: () => ({ message: 'notice.mail.frequency.missing' satisfies MessageKey }),
  }),
})
