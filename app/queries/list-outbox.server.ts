import { maskMobile } from '~/domain/account/phone-number'
import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import type { ReceivedMail } from '~/server/mail/local-mail.server'
import type { Scope } from '~/server/scope.server'

const TEXTS_SHOWN = 50

export interface Outbox {
  /** The latest first. */
  mails: readonly ReceivedMail[]
  texts: Array<{ id: string; phone: string; body: string; createdAt: Date; sent: boolean }>
}

/** What the demo has sent: nothing of it left the machine. @throws AppError notFound outside the demo */
export async function listOutbox(scope: Scope): Promise<Outbox> {
  requireAdministrator(scope.viewer)
  const { env, localMail } = scope.container
  if (!env.DEMO) throw new AppError('notFound')
  const texts = await scope.db.textMessage.findMany({
    orderBy: { id: 'desc' },
    take: TEXTS_SHOWN,
    select: { id: true, phone: true, body: true, createdAt: true, sentAt: true },
  })
  return {
    mails: localMail?.received() ?? [],
    texts: texts.map(({ phone, sentAt, ...text }) => ({
      ...text,
      phone: maskMobile(phone),
      sent: sentAt !== null,
    })),
  }
}
