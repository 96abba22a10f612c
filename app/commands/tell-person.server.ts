import { formatDate } from '~/domain/shared/shanghai-time'
import { sendTextMessage } from '~/jobs/send-text-message'
import { CATALOGUES } from '~/i18n/catalogues'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '~/i18n/languages'
import { fillMessage, type MessageParams } from '~/i18n/translate'
import type { MessageKey } from '~/i18n/zh-hans'
import { newId } from '~/server/ids.server'
import type { Transaction } from '~/server/transact.server'

/** What a text message is filled with; a moment is written as its day, as the reader's language has it. */
export type TextParams = Record<string, string | number | Date>

/**
 * Writes a text message to a person in their language and queues it, in the transaction of what it
 * tells. People who did not want text messages, or have no confirmed number, get none.
 */
export async function tellPerson(
  tx: Transaction,
  personId: string,
  message: { key: MessageKey; params?: TextParams },
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
  await sendText(tx, { personId, phone: person.detail.phone, body })
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
  message: { personId: string | null; phone: string; body: string },
): Promise<void> {
  const id = newId(tx.now.getTime())
  await tx.db.textMessage.create({ data: { id, ...message, createdAt: tx.now } })
  await tx.enqueue(sendTextMessage, { textMessageId: id })
}
