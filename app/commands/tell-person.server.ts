import { formatDate, startOfShanghaiDay } from '~/domain/shared/shanghai-time'
import { sendTextMessage } from '~/jobs/send-text-message'
import { CATALOGUES } from '~/i18n/catalogues'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '~/i18n/languages'
import { fillMessage, type MessageParams } from '~/i18n/translate'
import type { MessageKey } from '~/i18n/zh-hans'
import { newId } from '~/server/ids.server'
import { noticeSettings } from '~/server/settings.server'
import type { Transaction } from '~/server/transact.server'

/** What a text message is filled with; a moment is written as its day, as the reader's language has it. */
export type TextParams = Record<string, string | number | Date>

/**
 * Writes a text message to a person in their language and queues it, in the transaction of what it
 * tells. People who did not want text messages, or have no confirmed number, get none. Of what comes after the set
 * number of a day there is none either: it stands in the product, as the day's last message says.
 *
 * @param message.always it is sent and not counted: what a person must learn of, whatever else came that day
 */
export async function tellPerson(
  tx: Transaction,
  personId: string,
  message: { key: MessageKey; params?: TextParams; always?: true },
): Promise<void> {
  const person = await tx.db.person.findUnique({
    where: { id: personId },
    select: {
      language: true,
      textMessages: true,
      phoneConfirmedAt: true,
      status: true,
      detail: { select: { phone: true } },
    },
  })
  if (!person?.detail || !person.textMessages || !person.phoneConfirmedAt) return
  if (person.status === 'closed') return
  const language = isLanguage(person.language) ? person.language : DEFAULT_LANGUAGE
  const body = fillMessage(CATALOGUES[language][message.key], inLanguage(message.params, language))
  const to = { personId, phone: person.detail.phone }
  if (message.always) return sendText(tx, { ...to, body })
  const left = await leftToday(tx, personId)
  if (left <= 0) return
  const last = left === 1 ? CATALOGUES[language]['sms.lastToday'] : ''
  await sendText(tx, { ...to, body: body + last, counted: true })
}

/** How many messages a person may still get today. Two transactions at one moment may each take the last. */
async function leftToday(tx: Transaction, personId: string): Promise<number> {
  const { mostADay } = await noticeSettings(tx.db)
  const since = { gte: startOfShanghaiDay(tx.now) }
  const had = await tx.db.textMessage.count({
    where: { personId, createdAt: since, counted: true },
  })
  return mostADay - had
}

function inLanguage(params: TextParams = {}, language: Language): MessageParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      value instanceof Date ? formatDate(value, language) : value,
    ]),
  )
}

/** Writes and queues a text message to a number. */
export async function sendText(
  tx: Transaction,
  message: { personId: string | null; phone: string; body: string; counted?: boolean },
): Promise<void> {
  const id = newId(tx.now.getTime())
  await tx.db.textMessage.create({ data: { id, ...message, createdAt: tx.now } })
  await tx.enqueue(sendTextMessage, { textMessageId: id })
}
