import { nextDigestAt, type MailFrequency } from '~/domain/notice/frequency'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { requireOwner } from './own-account.server'

/** Sets how often the viewer gets mail. What waits already goes the new way. */
export async function setMailFrequency(scope: Scope, frequency: MailFrequency): Promise<void> {
  const { personId } = requireOwner(scope)
  await transact(scope, (tx) => setFrequency(tx, personId, frequency))
}

/**
 * Ends all mails to a person, by the link in one of them: who holds the mail may, signed in or not. Doing it twice
 * changes nothing.
 */
export async function unsubscribe(scope: Scope, personId: string): Promise<void> {
  await transact(scope, (tx) => setFrequency(tx, personId, 'none'))
}

/** Removes the viewer's address. Nothing is sent there any more. */
export async function removeAddress(scope: Scope): Promise<void> {
  const { personId } = requireOwner(scope)
  await transact(scope, async (tx) => {
    await drop(tx, personId)
    const { count } = await tx.db.mailbox.deleteMany({ where: { personId } })
    if (count > 0) {
      tx.audit({ action: 'mailbox.removed', objectType: 'person', objectId: personId })
    }
  })
}

async function setFrequency(tx: Transaction, personId: string, frequency: MailFrequency) {
  const { count } = await tx.db.mailbox.updateMany({
    where: { personId, frequency: { not: frequency } },
    data: { frequency },
  })
  if (count === 0) return
  if (frequency === 'none') await drop(tx, personId)
  else {
    const digest = frequency !== 'atOnce'
    const dueAt = frequency === 'atOnce' ? tx.now : nextDigestAt(tx.now, frequency)
    await tx.db.delivery.updateMany({
      where: { personId, channel: 'email', state: 'waiting' },
      data: { digest, dueAt },
    })
  }
  tx.audit({
    action: 'mailbox.frequencySet',
    objectType: 'person',
    objectId: personId,
    actorId: personId,
    detail: { after: { frequency } },
  })
}

async function drop(tx: Transaction, personId: string): Promise<void> {
  await tx.db.delivery.updateMany({
    where: { personId, channel: 'email', state: 'waiting' },
    data: { state: 'dropped' },
  })
}
