import { describe, expect, it } from 'vitest'
import { readSettingGroup, SETTING_GROUPS, settingsOf } from './site-settings'

describe('the settings of a site', () => {
  it('have their bounds from where they are checked', () => {
    expect(settingsOf('moderation')).toContainEqual({ name: 'secondLookPercent', min: 0, max: 100 })
    expect(settingsOf('notices')).toContainEqual({ name: 'mostADay', min: 1, max: 100 })
  })

  it('are all bounded on both sides', () => {
    for (const group of SETTING_GROUPS) {
      for (const { min, max } of settingsOf(group)) expect(max).toBeGreaterThan(min)
    }
  })

  it('are in no group that nobody knows', () => {
    expect(readSettingGroup('moderation')).toBe('moderation')
    expect(readSettingGroup('constructor')).toBeUndefined()
    expect(readSettingGroup(null)).toBeUndefined()
  })
})
