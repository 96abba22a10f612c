import { moderationSettingsSchema, type ModerationSettings } from '~/domain/moderation/settings'
import { noticeSettingsSchema, type NoticeSettings } from '~/domain/notice/settings'
import {
  evaluationSettingsSchema,
  type EvaluationSettings,
} from '~/domain/response/evaluation-settings'
import type { TransactionDb } from './db/database.server'

/** The key of the settings of moderation in the table `settings`. */
export const MODERATION_SETTINGS = 'moderation'

/** What is set of moderation, with the defaults of what is not. */
export async function moderationSettings(db: TransactionDb): Promise<ModerationSettings> {
  const row = await db.setting.findUnique({ where: { key: MODERATION_SETTINGS } })
  return moderationSettingsSchema.parse(row?.value ?? {})
}

/** The key of the settings of notices in the table `settings`. */
export const NOTICE_SETTINGS = 'notices'

/** What is set of notices, with the defaults of what is not. */
export async function noticeSettings(db: TransactionDb): Promise<NoticeSettings> {
  const row = await db.setting.findUnique({ where: { key: NOTICE_SETTINGS } })
  return noticeSettingsSchema.parse(row?.value ?? {})
}

/** The key of the settings of the rating of answers. */
export const EVALUATION_SETTINGS = 'evaluation'

/** What is set of the rating of answers, with the defaults of what is not. */
export async function evaluationSettings(db: TransactionDb): Promise<EvaluationSettings> {
  const row = await db.setting.findUnique({ where: { key: EVALUATION_SETTINGS } })
  return evaluationSettingsSchema.parse(row?.value ?? {})
}
