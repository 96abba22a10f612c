import { describe, expect, it } from 'vitest'
import { DEFAULT_MODERATION_SETTINGS, moderationSettingsSchema } from './settings'

describe('the settings of moderation', () => {
  it('have a default for each field that was not set', () => {
    expect(moderationSettingsSchema.parse({ undoSeconds: 0 })).toEqual({
      ...DEFAULT_MODERATION_SETTINGS,
      undoSeconds: 0,
    })
  })

  it('refuse what makes no sense', () => {
    for (const wrong of [
      { undoSeconds: -1 },
      { leaseSeconds: 0 },
      { reviewHours: 0 },
      { secondLookPercent: 101 },
    ]) {
      expect(moderationSettingsSchema.safeParse(wrong).success).toBe(false)
    }
  })
})
