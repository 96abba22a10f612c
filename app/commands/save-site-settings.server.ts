import { SITE_SETTINGS, type SettingGroup } from '~/domain/shared/site-settings'
import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { entryConflict, recordEntryChange } from './entry-change.server'

/**
 * Sets a group of settings. It holds from the next act on; what waits keeps the terms that it was told.
 *
 * @param input.version the one that was seen; 0 where nothing was set before
 * @throws AppError forbidden; conflict where somebody else changed the group meanwhile
 */
export async function saveSiteSettings(
  scope: Scope,
  input: { group: SettingGroup; version: number; values: Readonly<Record<string, number>> },
): Promise<{ ok: true }> {
  const viewer = requireAdministrator(scope.viewer)
  const { group: key, version } = input
  const value = SITE_SETTINGS[key].parse(input.values)
  return transact(scope, async (tx) => {
    const before = await tx.db.setting.findUnique({ where: { key } })
    const { count } = before
      ? await tx.db.setting.updateMany({
          where: { key, version },
          data: { value, version: { increment: 1 } },
        })
      : await tx.db.setting.createMany({ data: { key, value }, skipDuplicates: true })
    if (count === 0) throw await entryConflict(tx, viewer, 'setting', key)
    const held = SITE_SETTINGS[key].parse(before?.value ?? {})
    recordEntryChange(tx, { type: 'setting', id: key }, held, value)
    // Public pages name some of them: within how many hours a text is reviewed.
    tx.touch('site')
    return { ok: true }
  })
}
