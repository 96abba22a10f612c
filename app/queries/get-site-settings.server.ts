import { SETTING_GROUPS, SITE_SETTINGS, type SettingGroup } from '~/domain/shared/site-settings'
import type { Scope } from '~/server/scope.server'

/** A group of settings as it holds now, defaults included, and its version; 0 while nothing was set. */
export interface SettingsInForce {
  group: SettingGroup
  version: number
  values: Readonly<Record<string, number>>
}

/** All that an administrator can set. */
export async function getSiteSettings(scope: Pick<Scope, 'db'>): Promise<SettingsInForce[]> {
  const rows = await scope.db.setting.findMany({ where: { key: { in: SETTING_GROUPS } } })
  return SETTING_GROUPS.map((group) => {
    const row = rows.find(({ key }) => key === group)
    return {
      group,
      version: row?.version ?? 0,
      values: SITE_SETTINGS[group].parse(row?.value ?? {}) as Record<string, number>,
    }
  })
}
