import { moderationSettingsSchema, type ModerationSettings } from '~/domain/moderation/settings'
import type { TransactionDb } from './db/database.server'

/** The key of the settings of moderation in the table `settings`. */
export const MODERATION_SETTINGS = 'moderation'

/** What is set of moderation, with the defaults of what is not. */
export async function moderationSettings(db: TransactionDb): Promise<ModerationSettings> {
  const row = await db.setting.findUnique({ where: { key: MODERATION_SETTINGS } })
  return moderationSettingsSchema.parse(row?.value ?? {})
}
