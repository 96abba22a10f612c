import type { MailFrequency } from '~/domain/notice/frequency'
import { AppError } from '~/domain/errors'
import type { Scope } from '~/server/scope.server'

/** Where and how often the viewer gets mail. */
export interface MailboxView {
  address: string | null
  /** Waits for its link to be opened. */
  pendingAddress: string | null
  frequency: MailFrequency
}

/** The viewer's mailbox; empty where they gave no address. */
export async function getMailbox(scope: Scope): Promise<MailboxView> {
  if (!scope.viewer) throw new AppError('signInRequired')
  const mailbox = await scope.db.mailbox.findUnique({
    where: { personId: scope.viewer.personId },
    select: { address: true, pendingAddress: true, frequency: true },
  })
  return mailbox ?? { address: null, pendingAddress: null, frequency: 'atOnce' }
}
