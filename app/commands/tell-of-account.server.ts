import { CATALOGUES } from '~/i18n/catalogues'
import { DEFAULT_LANGUAGE, isLanguage } from '~/i18n/languages'
import { fillMessage, type MessageParams } from '~/i18n/translate'
import type { MessageKey } from '~/i18n/zh-hans'
import type { Transaction } from '~/server/transact.server'
import { sendText } from './tell-person.server'

/**
 * Tells the owner of an account by text message what was changed in it. Sent to everybody who has a
 * number, wanted or not: it is how people notice that it was somebody else.
 */
export async function tellOfAccount(
  tx: Transaction,
  personId: string,
  key: Extract<MessageKey, `sms.notice.${string}`>,
  params?: MessageParams,
): Promise<void> {
  const person = await tx.db.person.findUnique({
    where: { id: personId },
    select: { language: true, detail: { select: { phone: true } } },
  })
  if (!person?.detail) return
  const language = isLanguage(person.language) ? person.language : DEFAULT_LANGUAGE
  const body = fillMessage(CATALOGUES[language][key], params)
  await sendText(tx, { personId, phone: person.detail.phone, body })
}
