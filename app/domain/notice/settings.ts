import { z } from 'zod'

/** What an administrator sets of notices. A field that the stored value lacks has its default. */
export const noticeSettingsSchema = z.object({
  /** How long a mail that is wanted at once waits for more to join it, in seconds. */
  burstSeconds: z.number().int().min(0).max(3_600).default(300),
  /** How many mails, and how many browser messages, a person gets in a day at most, the digest included. */
  mostADay: z.number().int().min(1).max(100).default(5),
})

export type NoticeSettings = z.infer<typeof noticeSettingsSchema>
