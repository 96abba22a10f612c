import { z } from 'zod'

/**
 * What an administrator sets of moderation. A field that the stored value lacks has its default; unknown ones are
 * left out.
 */
export const moderationSettingsSchema = z.object({
  /** How long a decision can be undone before it settles, in seconds; 0 settles it at once. */
  undoSeconds: z.number().int().min(0).max(120).default(10),
  /** How long an opened item is one's own without a sign of life, in seconds. */
  leaseSeconds: z.number().int().min(15).max(900).default(90),
  /** Within how many hours a text is reviewed. */
  reviewHours: z.number().int().min(1).max(240).default(4),
  /** Open reports that weigh so much together hide the comment until a moderator has looked at it. */
  hideAtWeight: z.number().min(1).max(100).default(3),
  /** 复核: of a hundred decisions so many are drawn and decided again blind; 0 draws none. */
  secondLookPercent: z.number().int().min(0).max(100).default(5),
})

export type ModerationSettings = z.infer<typeof moderationSettingsSchema>

/** The settings of a site where nothing was set. */
export const DEFAULT_MODERATION_SETTINGS: ModerationSettings = moderationSettingsSchema.parse({})
