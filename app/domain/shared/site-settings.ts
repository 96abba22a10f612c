import type { z } from 'zod'
import { moderationSettingsSchema } from '../moderation/settings'
import { noticeSettingsSchema } from '../notice/settings'
import { evaluationSettingsSchema } from '../response/evaluation-settings'

/** What an administrator sets of the site, by the key under which it is kept. All of it is numbers. */
export const SITE_SETTINGS = {
  moderation: moderationSettingsSchema,
  notices: noticeSettingsSchema,
  evaluation: evaluationSettingsSchema,
} as const

export type SettingGroup = keyof typeof SITE_SETTINGS

export const SETTING_GROUPS = Object.keys(SITE_SETTINGS) as SettingGroup[]

export type SettingName = {
  [Group in SettingGroup]: keyof z.infer<(typeof SITE_SETTINGS)[Group]>
}[SettingGroup]

/** One setting: its name and between what it lies. */
export interface SettingBounds {
  name: SettingName
  min: number
  max: number
}

/** The settings of a group in their order, with their bounds as the schema has them. */
export function settingsOf(group: SettingGroup): SettingBounds[] {
  const shape: Record<string, z.ZodDefault<z.ZodNumber>> = SITE_SETTINGS[group].shape
  return Object.entries(shape).map(([name, field]) => {
    const number = field.removeDefault()
    return { name: name as SettingName, min: number.minValue ?? 0, max: number.maxValue ?? 0 }
  })
}

/** The group that a form names; undefined for none. */
export function readSettingGroup(value: string | null | undefined): SettingGroup | undefined {
  return SETTING_GROUPS.find((group) => group === value)
}
